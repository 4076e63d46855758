import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { BackupError } from './backup-error'
import { isUndamaged, readManifest, type BackupReason, type Manifest } from './manifest'

const UNFINISHED = '.unfinished-'

/** A backup that was made to its end. */
export interface Backup {
  /** The name of its folder. */
  name: string
  folder: string
  manifest: Manifest
}

/** `2026-11-21T23-16-13.123Z-automatic`: sorts by time, and is a file name everywhere. */
export function backupName(madeAt: Date, reason: BackupReason): string {
  return `${madeAt.toISOString().replaceAll(':', '-')}-${reason}`
}

export function unfinishedFolder(backupsDirectory: string, name: string): string {
  return path.join(backupsDirectory, `${UNFINISHED}${name}`)
}

/** The backups of a folder, the newest first. What is none, or cannot be read, is left out. */
export function listBackups(backupsDirectory: string): Backup[] {
  if (!existsSync(backupsDirectory)) return []
  return readdirSync(backupsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }): Backup[] => {
      const folder = path.join(backupsDirectory, name)
      try {
        return [{ name, folder, manifest: readManifest(folder) }]
      } catch {
        return []
      }
    })
    .sort((one, other) => other.manifest.madeAt.localeCompare(one.manifest.madeAt))
}

/**
 * Does one piece of work on a folder of backups while nobody else does, after removing what was left half-made.
 * @throws BackupError when another program makes a backup there at the moment.
 */
export function aloneInBackups<Result>(backupsDirectory: string, work: () => Result): Result {
  mkdirSync(backupsDirectory, { recursive: true, mode: 0o700 })
  // The operating system lets go of this lock when the process ends, however it ends.
  const lock = new Sqlite(path.join(backupsDirectory, 'backup.lock'), { timeout: 0 })
  try {
    takeLock(lock)
    for (const name of readdirSync(backupsDirectory)) {
      if (name.startsWith(UNFINISHED)) rmSync(path.join(backupsDirectory, name), { recursive: true, force: true })
    }
    return work()
  } finally {
    lock.close()
  }
}

function takeLock(lock: Sqlite.Database): void {
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new BackupError('Another backup is being made there at the moment.', { cause: error })
  }
}

export interface Keep {
  /** So many of the automatic backups, the newest ones. */
  newest: number
  /** Besides, the newest automatic one of each of so many days (UTC). */
  days: number
}

/** A migration that turns out to be wrong is noticed before five more. */
const KEPT_BEFORE_MIGRATIONS = 5

/**
 * Which backups are no longer needed. Those made by hand always are, and so is the newest in which nothing is
 * damaged: once a disk fails, all later ones may be worth less than that one. `backups`: the newest first.
 */
export function outdatedBackups(backups: readonly Backup[], keep: Keep): Backup[] {
  const automatic = backups.filter(({ manifest }) => manifest.reason === 'automatic')
  const days = new Map<string, Backup>()
  for (const backup of automatic) {
    const day = backup.manifest.madeAt.slice(0, 10)
    if (!days.has(day) && days.size < keep.days) days.set(day, backup)
  }
  const kept = new Set<Backup | undefined>([
    ...automatic.slice(0, keep.newest),
    ...days.values(),
    ...backups.filter(({ manifest }) => manifest.reason === 'by-hand'),
    ...backups.filter(({ manifest }) => manifest.reason === 'before-migration').slice(0, KEPT_BEFORE_MIGRATIONS),
    backups.find(({ manifest }) => isUndamaged(manifest)),
  ])
  return backups.filter((backup) => !kept.has(backup))
}
