import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { inDataDirectory } from '../setup/data-directory'
import { programVersion } from '../setup/program-version'
import { asBackupError, BackupError } from './backup-error'
import { aloneInBackups, backupName, listBackups, outdatedBackups, unfinishedFolder, type Backup, type Keep } from './backup-folder'
import { contentsOf } from './contents'
import { copyDurably, fileHash, filesBelow, syncFoldersToDisk, syncToDisk } from './durable-files'
import { assertRoomFor } from './free-space'
import { writeManifest, type BackupReason } from './manifest'

export interface BackupOptions {
  dataDirectory: string
  backupsDirectory: string
  reason: BackupReason
  /** Which ones stay when this one has been made; all of them without it. */
  keep?: Keep
  /** A connection that holds the database for itself alone, so that no other could read it. */
  heldDatabase?: Sqlite.Database
  /** Bytes that are free where a folder is; by default what the operating system says. */
  freeBytes?: (place: string) => number
}

export interface MadeBackup extends Backup {
  bytes: number
  /** The names of those that it outdated, which are gone. */
  removed: string[]
}

/** A writer that is at it holds its lock for milliseconds. */
const LOCK_WAIT_MS = 5_000

/**
 * Makes a backup beside a server that goes on writing: the database first, then the edit log, so that no artefact in
 * it lacks its edits. It appears under its name only when it is whole, has been opened and looked through, and is on
 * the disk. Blocks while it works: a running server leaves it to a process of its own.
 * @throws BackupError; then nothing has been left behind, and no earlier backup was touched.
 */
export function makeBackup(options: BackupOptions): MadeBackup {
  try {
    return aloneInBackups(options.backupsDirectory, () => {
      const made = makeOne(options)
      return { ...made, removed: removeOutdated(options) }
    })
  } catch (error) {
    throw asBackupError(error, 'The backup could not be made')
  }
}

function removeOutdated({ backupsDirectory, keep }: BackupOptions): string[] {
  const outdated = keep ? outdatedBackups(listBackups(backupsDirectory), keep) : []
  for (const { folder } of outdated) rmSync(folder, { recursive: true, force: true })
  return outdated.map(({ name }) => name)
}

function makeOne(options: BackupOptions): Omit<MadeBackup, 'removed'> {
  const { dataDirectory, backupsDirectory, reason, freeBytes } = options
  if (!existsSync(path.join(dataDirectory, inDataDirectory.database))) {
    throw new BackupError(`There is nothing to back up: ${dataDirectory} has no ${inDataDirectory.database}.`)
  }
  assertRoomFor(bytesToCopy(dataDirectory), backupsDirectory, freeBytes)
  const madeAt = new Date()
  const name = backupName(madeAt, reason)
  const folder = path.join(backupsDirectory, name)
  const unfinished = unfinishedFolder(backupsDirectory, name)
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    copyData(options, unfinished)
    const files = filesBelow(unfinished).map((file) => {
      const whole = path.join(unfinished, file)
      return { path: file, bytes: statSync(whole).size, sha256: fileHash(whole) }
    })
    const contents = contentsOf(unfinished)
    const manifest = writeManifest(unfinished, {
      madeAt: madeAt.toISOString(), reason, program: programVersion(), files, ...contents,
    })
    syncFoldersToDisk(unfinished)
    renameSync(unfinished, folder)
    syncToDisk(backupsDirectory)
    return { name, folder, manifest, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

function copyData({ dataDirectory, heldDatabase }: BackupOptions, to: string): void {
  const place = (name: string) => ({ from: path.join(dataDirectory, name), to: path.join(to, name) })
  const database = place(inDataDirectory.database)
  if (heldDatabase) copyDatabase(heldDatabase, database.to)
  else copyDatabaseFile(database.from, database.to)
  const log = place(inDataDirectory.editLog)
  if (existsSync(log.from)) copyDatabaseFile(log.from, log.to)
  const secret = place(inDataDirectory.sessionSecret)
  if (existsSync(secret.from)) copyDurably(secret.from, secret.to)
  const uploads = place(inDataDirectory.uploads)
  if (existsSync(uploads.from)) {
    mkdirSync(uploads.to, { mode: 0o700 })
    for (const file of filesBelow(uploads.from)) copyDurably(path.join(uploads.from, file), path.join(uploads.to, file))
  }
}

function copyDatabaseFile(from: string, to: string): void {
  const database = new Sqlite(from, { readonly: true, timeout: LOCK_WAIT_MS })
  try {
    copyDatabase(database, to)
  } finally {
    database.close()
  }
}

/** One state of the whole file, whatever is written meanwhile; readers and writers go on. */
function copyDatabase(database: Sqlite.Database, to: string): void {
  database.prepare('VACUUM INTO ?').run(to)
  // SQLite writes such a copy without waiting for the disk.
  syncToDisk(to)
}

function bytesToCopy(dataDirectory: string): number {
  const { database, editLog, uploads } = inDataDirectory
  const bytesOf = (file: string) => (existsSync(file) ? statSync(file).size : 0)
  const databases = [database, editLog].flatMap((name) => [name, `${name}-wal`])
  const brought = path.join(dataDirectory, uploads)
  const files = existsSync(brought) ? filesBelow(brought).map((file) => path.join(uploads, file)) : []
  return [...databases, ...files].reduce((sum, file) => sum + bytesOf(path.join(dataDirectory, file)), 0)
}
