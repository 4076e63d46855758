import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { BackupError } from '../../../server/backup/backup-error'
import { aloneInBackups, listBackups } from '../../../server/backup/backup-folder'
import { checkBackup } from '../../../server/backup/check-backup'
import { makeBackup, type BackupOptions, type MadeBackup } from '../../../server/backup/make-backup'
import { LogDatabase } from '../../../server/persistence/log-database'
import { migrationsDirectory, projectRoot } from '../../../server/setup/project-paths'
import { appendEdits, fillDataDirectory } from '../../support/used-data'
import { temporaryDirectory } from '../setup/temporary-directory'

function usedData(): Pick<BackupOptions, 'dataDirectory' | 'backupsDirectory'> {
  const dataDirectory = path.join(temporaryDirectory(), 'data')
  fillDataDirectory(dataDirectory)
  return { dataDirectory, backupsDirectory: path.join(dataDirectory, 'backups') }
}

function backUp(options: Partial<BackupOptions> = {}): MadeBackup {
  return makeBackup({ ...usedData(), reason: 'by-hand', ...options })
}

describe('a backup', () => {
  it('holds the database, the edit log, the secret and the uploaded files, and says what is in them', () => {
    const { folder, manifest } = backUp()
    expect(manifest.files.map((file) => file.path)).toEqual(['collab.db', 'session-secret', 'tahto.db', 'uploads/ab/map.png'])
    expect(manifest).toMatchObject({
      reason: 'by-hand',
      migration: expect.stringMatching(/^\d{14}_/),
      rows: { 'tahto.db': { Project: 1, Artefact: 3, Version: 3 }, 'collab.db': { document: 3, log: 9 } },
      damaged: { documents: [], versions: [] },
    })
    expect(checkBackup(folder, migrationsDirectory)).toEqual(manifest)
  })

  it('can be read by its owner alone', () => {
    const umask = process.umask(0o077)
    const { folder } = backUp()
    process.umask(umask)
    expect(statSync(folder).mode & 0o077).toBe(0)
    for (const file of readdirSync(folder)) expect(statSync(path.join(folder, file)).mode & 0o077, file).toBe(0)
  })

  it('is made while others write, and holds one state', () => {
    const data = usedData()
    const log = new LogDatabase(path.join(data.dataDirectory, 'collab.db'))
    const writer = new Sqlite(path.join(data.dataDirectory, 'tahto.db'))
    writer.exec(`BEGIN IMMEDIATE; INSERT INTO "Project" (id, name) VALUES ('p2', 'Kesken')`)
    log.open('artefact/late')
    appendEdits(log, 'late', ['only in the write-ahead log'])

    const { manifest } = backUp(data)
    writer.exec('COMMIT')
    writer.close()
    log.close()
    expect(manifest.rows).toMatchObject({ 'tahto.db': { Project: 1 }, 'collab.db': { document: 4, log: 10 } })
  })

  it('also works where there is no edit log yet', () => {
    const data = usedData()
    for (const file of readdirSync(data.dataDirectory)) {
      if (file.startsWith('collab.db')) spawnSync('rm', [path.join(data.dataDirectory, file)])
    }
    expect(Object.keys(backUp(data).manifest.rows)).toEqual(['tahto.db'])
  })

  it('tells what was damaged already, and keeps the rest', () => {
    const data = usedData()
    const log = new Sqlite(path.join(data.dataDirectory, 'collab.db'))
    log.exec(`UPDATE log SET data = x'ff' WHERE document = 'artefact/artefact2' AND sequence = 2`)
    log.close()
    const database = new Sqlite(path.join(data.dataDirectory, 'tahto.db'))
    database.exec(`UPDATE "Version" SET content = '{"clauses":["another"]}' WHERE id = 'v-artefact3'`)
    database.close()

    const { folder, manifest } = backUp(data)
    expect(manifest.damaged).toEqual({ documents: ['artefact/artefact2'], versions: ['v-artefact3'] })
    expect(() => checkBackup(folder, migrationsDirectory)).not.toThrow()
  })
})

describe('a backup that cannot be made', () => {
  it('says that there is nothing to back up', () => {
    const empty = temporaryDirectory()
    expect(() => backUp({ dataDirectory: empty })).toThrow(`There is nothing to back up: ${empty} has no tahto.db.`)
  })

  // Trust case F5.
  it('leaves room for what people write: a disk that is too full is told before anything is copied', () => {
    const data = usedData()
    expect(() => backUp({ ...data, freeBytes: () => 10_000_000 })).toThrow(/^The disk is too full: .* 9\.5 MB left/)
    expect(listBackups(data.backupsDirectory)).toEqual([])
  })

  // Trust case F5: the limit on file sizes stands in for a disk that fills up half-way.
  it('leaves nothing behind when writing stops half-way, and no earlier one is touched', () => {
    const data = usedData()
    const earlier = backUp(data)
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `trap '' XFSZ; ulimit -f 16; exec "${process.execPath}" --import tsx server/backup/backup-command.ts`],
      { cwd: projectRoot, env: { ...process.env, DATA_DIR: data.dataDirectory }, encoding: 'utf8' },
    )
    expect(stderr).toMatch(/^✗ The backup could not be made: /)
    expect(status).toBe(1)
    expect(readdirSync(data.backupsDirectory).sort()).toEqual([earlier.name, 'backup.lock'].sort())
    expect(() => checkBackup(earlier.folder, migrationsDirectory)).not.toThrow()
  })

  // Trust case F6.
  it('says plainly where it may not write', () => {
    const data = usedData()
    const file = path.join(data.dataDirectory, 'a-file')
    writeFileSync(file, '')
    expect(() => backUp({ ...data, backupsDirectory: path.join(file, 'backups') })).toThrow(BackupError)
  })

  // Trust case F19.
  it('is refused when pages of the database are damaged', () => {
    const data = usedData()
    const file = path.join(data.dataDirectory, 'tahto.db')
    const database = new Sqlite(file)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 4096 * 2, 4096 * 12)
    writeFileSync(file, bytes)
    expect(() => backUp(data)).toThrow(/damaged|malformed/)
    expect(listBackups(data.backupsDirectory)).toEqual([])
  })

  it('waits for no other backup, and says that one is being made', () => {
    const data = usedData()
    aloneInBackups(data.backupsDirectory, () => {
      expect(() => backUp(data)).toThrow('Another backup is being made there at the moment.')
    })
    expect(() => backUp(data)).not.toThrow()
  })

  it('was killed half-way: what it left is no backup, and goes with the next one', () => {
    const data = usedData()
    const left = path.join(data.backupsDirectory, '.unfinished-2026-01-01T00-00-00.000Z-automatic')
    mkdirSync(left, { recursive: true })
    writeFileSync(path.join(left, 'tahto.db'), 'half of it')
    expect(listBackups(data.backupsDirectory)).toEqual([])
    backUp(data)
    expect(existsSync(left)).toBe(false)
  })
})
