import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { BackupError } from './backup-error'

/** What a backup leaves free for what people write meanwhile: edits come before backups. */
const LEFT_FREE_BYTES = 64 * 1024 * 1024

/** @throws BackupError when `bytes` more would fill the disk of `directory`, which need not be there yet. */
export function assertRoomFor(bytes: number, directory: string, freeBytes: (place: string) => number = freeBytesAt): void {
  const free = freeBytes(directory)
  if (free >= bytes + LEFT_FREE_BYTES) return
  throw new BackupError(
    `The disk is too full: ${directory} has ${megabytes(free)} left, and ${megabytes(bytes + LEFT_FREE_BYTES)} are needed. ` +
      'Make room, keep fewer backups (BACKUP_KEEP, BACKUP_KEEP_DAYS), or keep them elsewhere (BACKUP_DIR).',
  )
}

function freeBytesAt(place: string): number {
  const there = existsSync(place) ? place : path.dirname(place)
  if (!existsSync(there)) return freeBytesAt(there)
  const { bavail, bsize } = statfsSync(there)
  return bavail * bsize
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
