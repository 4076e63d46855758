import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeBackup } from '../../server/backup/make-backup'
import { restoreBackup } from '../../server/backup/restore-backup'
import { migrate } from '../../server/setup/migrate'
import { migrationsDirectory } from '../../server/setup/project-paths'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll } from '../support/sync/server'

let dataDirectory = ''

afterEach(async () => {
  closeRawClients()
  await stopAll()
  rmSync(dataDirectory, { recursive: true, force: true })
})

// Rule R33, trust case F4: the server comes back with an older state than people have.
test('after a restore, a browser that holds newer work is told that it is another history, and nothing is merged', async () => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), 'tahto-restored-'))
  const backupsDirectory = path.join(dataDirectory, 'backups')
  migrate({ databaseFile: path.join(dataDirectory, 'tahto.db'), migrationsDirectory, backupsDirectory })
  const before = await startSync({ dataDirectory })
  before.people.add('Aino')
  const doc = new Y.Doc()
  const writer = await new RawClient(before).sync()
  writer.sendUpdate(updateSetting({ note: 'in the backup' }, doc))
  await writer.until(({ receipts }) => receipts.length === 1)
  const { folder: backup } = makeBackup({ dataDirectory, backupsDirectory, reason: 'by-hand' })
  writer.sendUpdate(updateSetting({ note: 'after the backup', more: true }, doc))
  await writer.until(({ receipts }) => receipts.length === 2)
  const epoch = String(writer.notices.find(({ kind }) => kind === 'epoch')?.epoch)
  const newcomer = await new RawClient(before).sync()
  const position = String(newcomer.notices.find(({ kind }) => kind === 'position')?.position)
  await before.close()

  restoreBackup({ backup, dataDirectory, migrationsDirectory })

  const after = await startSync({ dataDirectory, people: before.people })
  const queries = [`?epoch=${epoch}`, `?since=${position}`, `?seen=${position}`]
  const returning = queries.map((query) => new RawClient(after, { query }))
  for (const client of returning) {
    await client.until(({ closed }) => closed !== undefined)
    expect(client.closed).toEqual({ code: 4409, reason: 'other-history' })
    expect(client.updates).toEqual([])
  }
  const fresh = await new RawClient(after).sync()
  expect(fresh.doc().getMap('content').toJSON()).toEqual({ note: 'in the backup' })
  expect(fresh.notices.find(({ kind }) => kind === 'epoch')?.epoch).not.toBe(epoch)
})
