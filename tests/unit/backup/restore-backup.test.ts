import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../../server/backup/make-backup'
import { restoreBackup } from '../../../server/backup/restore-backup'
import { migrationsDirectory, projectRoot } from '../../../server/setup/project-paths'
import { takeDataDirectory } from '../../../server/setup/one-server'
import { refuseUnfinishedRestore } from '../../../server/setup/unfinished-restore'
import { fillDataDirectory } from '../../support/used-data'
import { temporaryDirectory } from '../setup/temporary-directory'

interface BackedUp {
  dataDirectory: string
  backupsDirectory: string
  name: string
  folder: string
  restore(into?: string): ReturnType<typeof restoreBackup>
}

function backedUp(): BackedUp {
  const dataDirectory = path.join(temporaryDirectory(), 'data')
  const backupsDirectory = path.join(dataDirectory, 'backups')
  fillDataDirectory(dataDirectory)
  const { name, folder } = makeBackup({ dataDirectory, backupsDirectory, reason: 'by-hand' })
  const restore = (into = dataDirectory) => restoreBackup({ backup: folder, dataDirectory: into, migrationsDirectory })
  return { dataDirectory, backupsDirectory, name, folder, restore }
}

function ask(dataDirectory: string, file: string, sql: string): unknown[] {
  const database = new Sqlite(path.join(dataDirectory, file))
  try {
    return database.prepare(sql).raw().all().flat()
  } finally {
    database.close()
  }
}

/** What has happened since the backup. */
function workOn(dataDirectory: string): void {
  const database = new Sqlite(path.join(dataDirectory, 'tahto.db'))
  database.exec(`DELETE FROM "Version"; UPDATE "Project" SET name = 'Toinen'`)
  database.close()
  writeFileSync(path.join(dataDirectory, 'uploads/new.png'), 'newer')
}

describe('a restore', () => {
  it('brings back exactly what the backup holds', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    it.restore()
    expect(ask(it.dataDirectory, 'tahto.db', 'SELECT name FROM "Project"')).toEqual(['Yhteinen hanke'])
    expect(ask(it.dataDirectory, 'tahto.db', 'SELECT count(*) FROM "Version"')).toEqual([3])
    expect(ask(it.dataDirectory, 'collab.db', 'SELECT count(*) FROM log')).toEqual([9])
    expect(readdirSync(path.join(it.dataDirectory, 'uploads'))).toEqual(['ab'])
  })

  it('puts what was there aside, whole, and says where', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    const { aside } = it.restore()
    expect(path.dirname(aside ?? '')).toBe(it.dataDirectory)
    expect(ask(aside ?? '', 'tahto.db', 'SELECT name FROM "Project"')).toEqual(['Toinen'])
    expect(readFileSync(path.join(aside ?? '', 'uploads/new.png'), 'utf8')).toBe('newer')
  })

  it('works into a folder that is not there yet, as on an empty machine', () => {
    const it = backedUp()
    const fresh = path.join(temporaryDirectory(), 'somewhere/data')
    expect(it.restore(fresh).aside).toBeNull()
    expect(ask(fresh, 'tahto.db', 'SELECT count(*) FROM "Artefact"')).toEqual([3])
    expect(readFileSync(path.join(fresh, 'session-secret'), 'utf8')).toContain('a secret only for tests')
  })

  // Trust case F4.
  it('begins a new history of every document, each its own, and leaves their edits as they were', () => {
    const it = backedUp()
    const histories = 'SELECT epoch FROM document ORDER BY name'
    const before = ask(it.dataDirectory, 'collab.db', histories)
    const edits = ask(it.dataDirectory, 'collab.db', 'SELECT sequence, data, mark FROM log')
    expect(it.restore().documents).toBe(3)
    const after = ask(it.dataDirectory, 'collab.db', histories)
    expect(new Set([...before, ...after]).size).toBe(6)
    expect(ask(it.dataDirectory, 'collab.db', 'SELECT sequence, data, mark FROM log')).toEqual(edits)
  })

  it('can be made from the same backup again', () => {
    const it = backedUp()
    it.restore()
    expect(it.restore().documents).toBe(3)
    expect(readdirSync(it.dataDirectory).filter((name) => name.startsWith('before-restore-'))).toHaveLength(2)
  })

  it('leaves the secret that is there, when the backup has none', () => {
    const it = backedUp()
    const fresh = temporaryDirectory()
    rmSync(path.join(it.dataDirectory, 'session-secret'))
    const { folder } = makeBackup({ ...it, reason: 'by-hand' })
    writeFileSync(path.join(fresh, 'session-secret'), 'another secret that is in use here\n')
    restoreBackup({ backup: folder, dataDirectory: fresh, migrationsDirectory })
    expect(readFileSync(path.join(fresh, 'session-secret'), 'utf8')).toContain('another secret')
  })
})

describe('a restore is refused, and the data stays as it is,', () => {
  const stays = ({ dataDirectory }: BackedUp) =>
    expect(ask(dataDirectory, 'tahto.db', 'SELECT name FROM "Project"')).toEqual(['Toinen'])

  it('while a server runs on it', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    const release = takeDataDirectory(it.dataDirectory)
    expect(() => it.restore()).toThrow(`A server is running on ${it.dataDirectory}. Stop it first, then restore.`)
    release()
    stays(it)
  })

  it.each(['tahto.db', 'collab.db', 'session-secret', 'uploads/ab/map.png'])('when one bit of %s has changed', (file) => {
    const it = backedUp()
    workOn(it.dataDirectory)
    const place = path.join(it.folder, file)
    const bytes = readFileSync(place)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(place, bytes)
    expect(() => it.restore()).toThrow(`The backup is damaged: ${file} is not as it was when it was made.`)
    stays(it)
  })

  it('when a file is missing', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    rmSync(path.join(it.folder, 'collab.db'))
    expect(() => it.restore()).toThrow('The backup is not whole: collab.db is missing.')
    stays(it)
  })

  it('when its manifest names a file outside of it', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    const manifest = path.join(it.folder, 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"session-secret"', '"../../../etc/passwd"'))
    expect(() => it.restore()).toThrow(/manifest.json is damaged/)
    stays(it)
  })

  it('when a newer program made it', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    const older = path.join(temporaryDirectory(), 'migrations')
    mkdirSync(older)
    expect(() =>
      restoreBackup({ backup: it.folder, dataDirectory: it.dataDirectory, migrationsDirectory: older }),
    ).toThrow(/^The backup was made by a newer program \(.*\), with the migration .*\. Install that program first\.$/)
    const manifest = path.join(it.folder, 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"format": 1', '"format": 2'))
    expect(() => it.restore()).toThrow(/was made by a newer program/)
    stays(it)
  })

  // Trust case F5.
  it('when the disk has no room for it', () => {
    const it = backedUp()
    workOn(it.dataDirectory)
    const { folder: backup, dataDirectory } = it
    expect(() => restoreBackup({ backup, dataDirectory, migrationsDirectory, freeBytes: () => 1_000 })).toThrow(
      /^The disk is too full/,
    )
    expect(readdirSync(dataDirectory)).not.toContain('.being-restored')
    stays(it)
  })
})

it('after a restore that was cut short no server starts on half of the data, until it has been restored again', () => {
  const it = backedUp()
  writeFileSync(path.join(it.dataDirectory, 'restore-unfinished'), it.folder)
  rmSync(path.join(it.dataDirectory, 'tahto.db'))
  expect(() => refuseUnfinishedRestore(it.dataDirectory)).toThrow('Run npm run restore again.')
  it.restore()
  expect(() => refuseUnfinishedRestore(it.dataDirectory)).not.toThrow()
  expect(ask(it.dataDirectory, 'tahto.db', 'SELECT count(*) FROM "Artefact"')).toEqual([3])
})

// Three programs are started one after the other.
describe('on the command line', { timeout: 60_000 }, () => {
  const command = (script: string, DATA_DIR: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', `server/backup/${script}-command.ts`, ...args], {
      cwd: projectRoot, env: { ...process.env, DATA_DIR }, encoding: 'utf8',
    })

  it('a backup is made, listed and restored by its name, and what to do next is said', () => {
    const dataDirectory = path.join(temporaryDirectory(), 'data')
    fillDataDirectory(dataDirectory)
    const made = command('backup', dataDirectory)
    expect(made.stderr).toBe('')
    const name = /[\w.-]+-by-hand/.exec(made.stdout)?.[0] ?? ''
    workOn(dataDirectory)

    const asked = command('restore', dataDirectory)
    expect(asked).toMatchObject({ status: 1 })
    expect(asked.stdout).toContain(`${name}  3 artefacts, 3 versions, 0 accounts`)

    const restored = command('restore', dataDirectory, name)
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    expect(restored.stdout).toMatch(/3 live documents begin a new history[^]*Next: npm start/)
    expect(ask(dataDirectory, 'tahto.db', 'SELECT name FROM "Project"')).toEqual(['Yhteinen hanke'])
  })

  it('a name that is no backup is told, and nothing is made', () => {
    const dataDirectory = path.join(temporaryDirectory(), 'data')
    const { status, stderr } = command('restore', dataDirectory, 'yesterday')
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^✗ There is no backup yesterday/) })
    expect(existsSync(dataDirectory)).toBe(false)
  })
})
