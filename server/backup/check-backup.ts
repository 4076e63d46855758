import { isDeepStrictEqual } from 'node:util'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { BackupError } from './backup-error'
import { contentsOf } from './contents'
import { fileHash } from './durable-files'
import { readManifest, type Manifest } from './manifest'

/**
 * Looks through a backup as it did when it was made: every file's bytes, pages, references, marks, hashes, counts.
 * @param migrationsDirectory those of this program; what is newer is refused.
 * @throws BackupError with the first thing that is not as it was.
 */
export function checkBackup(folder: string, migrationsDirectory: string): Manifest {
  const manifest = readManifest(folder)
  refuseNewer(manifest, migrationsDirectory)
  for (const { path: name, bytes, sha256 } of manifest.files) {
    const file = path.join(folder, name)
    if (!existsSync(file)) throw new BackupError(`The backup is not whole: ${name} is missing.`)
    if (statSync(file).size !== bytes || fileHash(file) !== sha256) {
      throw new BackupError(`The backup is damaged: ${name} is not as it was when it was made.`)
    }
  }
  const { migration, rows, damaged } = contentsOf(folder)
  if (!isDeepStrictEqual({ migration, rows, damaged }, pick(manifest))) {
    throw new BackupError('The backup is damaged: its databases do not hold what its manifest says.')
  }
  return manifest
}

function pick({ migration, rows, damaged }: Manifest) {
  return { migration, rows, damaged }
}

function refuseNewer({ migration, program }: Manifest, migrationsDirectory: string): void {
  if (migration === null || readdirSync(migrationsDirectory).includes(migration)) return
  throw new BackupError(
    `The backup was made by a newer program (${program}), with the migration ${migration}. Install that program first.`,
  )
}
