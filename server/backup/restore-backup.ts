import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { nameHistoriesAnew } from '../persistence/new-history'
import { inDataDirectory } from '../setup/data-directory'
import { DataDirectoryTaken, takeDataDirectory } from '../setup/one-server'
import { forgetUnfinishedRestore, unfinishedRestoreMark } from '../setup/unfinished-restore'
import { asBackupError, BackupError } from './backup-error'
import { checkBackup } from './check-backup'
import { copyDurably, syncFoldersToDisk, syncToDisk, writeDurably } from './durable-files'
import { assertRoomFor } from './free-space'
import type { Manifest } from './manifest'

export interface RestoreOptions {
  /** The folder of the backup. */
  backup: string
  dataDirectory: string
  /** Those of this program. */
  migrationsDirectory: string
  /** Bytes that are free where a folder is; by default what the operating system says. */
  freeBytes?: (place: string) => number
  /** Told each step before it is done. */
  report?: (line: string) => void
}

export interface Restored {
  manifest: Manifest
  /** How many live documents there are, each with a history of a new name. */
  documents: number
  /** Where the data that was there is now; null when there was none. */
  aside: string | null
}

const BEING_RESTORED = '.being-restored'

/**
 * Puts a backup in place of the data. What was there is put aside, never deleted. Every live document begins a new
 * history: a browser that holds newer work keeps it apart and asks, instead of merging it or taking it for saved.
 * @throws BackupError in plain words. The data is then as it was, or a mark keeps a server from starting on half of it.
 */
export function restoreBackup(options: RestoreOptions): Restored {
  const { backup, dataDirectory, migrationsDirectory, freeBytes, report = () => undefined } = options
  const release = takeForRestore(dataDirectory)
  const coming = path.join(dataDirectory, BEING_RESTORED)
  try {
    report('Checking the backup')
    const manifest = checkBackup(backup, migrationsDirectory)
    rmSync(coming, { recursive: true, force: true })
    assertRoomFor(manifest.files.reduce((sum, { bytes }) => sum + bytes, 0), dataDirectory, freeBytes)
    report('Copying it')
    mkdirSync(coming, { mode: 0o700 })
    for (const { path: file } of manifest.files) copyDurably(path.join(backup, file), path.join(coming, file))
    const log = path.join(coming, inDataDirectory.editLog)
    const documents = existsSync(log) ? nameHistoriesAnew(log) : 0
    syncFoldersToDisk(coming)
    report('Putting it in place')
    const aside = exchange(dataDirectory, coming, backup)
    return { manifest, documents, aside }
  } catch (error) {
    throw asBackupError(error, 'The backup could not be restored')
  } finally {
    rmSync(coming, { recursive: true, force: true })
    release()
  }
}

function takeForRestore(dataDirectory: string): () => void {
  try {
    return takeDataDirectory(dataDirectory)
  } catch (error) {
    if (!(error instanceof DataDirectoryTaken)) throw error
    throw new BackupError(`A server is running on ${dataDirectory}. Stop it first, then restore.`, { cause: error })
  }
}

/** Within one folder, so that nothing is copied any more: only names change. */
function exchange(dataDirectory: string, coming: string, backup: string): string | null {
  writeDurably(unfinishedRestoreMark(dataDirectory), `${backup}\n`)
  syncToDisk(dataDirectory)
  const aside = putAside(dataDirectory, coming)
  for (const name of restorable) {
    if (existsSync(path.join(coming, name))) renameSync(path.join(coming, name), path.join(dataDirectory, name))
  }
  syncToDisk(dataDirectory)
  forgetUnfinishedRestore(dataDirectory)
  syncToDisk(dataDirectory)
  return aside
}

const { database, editLog, sessionSecret, uploads } = inDataDirectory
const restorable = [database, editLog, sessionSecret, uploads]

function putAside(dataDirectory: string, coming: string): string | null {
  const replaced = [database, editLog].flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`])
  // A backup without a secret was made where SESSION_SECRET is set: the one that is here goes on being used.
  const leaving = [...replaced, uploads, ...(existsSync(path.join(coming, sessionSecret)) ? [sessionSecret] : [])].filter(
    (name) => existsSync(path.join(dataDirectory, name)),
  )
  if (leaving.length === 0) return null
  const aside = path.join(dataDirectory, `before-restore-${new Date().toISOString().replaceAll(':', '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const name of leaving) renameSync(path.join(dataDirectory, name), path.join(aside, name))
  syncToDisk(aside)
  return aside
}
