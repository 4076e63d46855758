import { existsSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { versionHash } from '../../app/versions/version-hash.server'
import { LOG_SCHEMA_VERSION, LogReader } from '../persistence/log-reader'
import { inDataDirectory } from '../setup/data-directory'
import { BackupError } from './backup-error'
import type { Manifest } from './manifest'

export type Contents = Pick<Manifest, 'migration' | 'rows' | 'damaged'>

/**
 * Opens the databases of a folder and looks through all of them: pages, references, the marks of every document's
 * edits, the hash of every version. What was damaged before it was copied is told, not refused: the rest of it is
 * worth keeping.
 * @throws BackupError when a file is not whole, or was written by a newer program.
 */
export function contentsOf(folder: string): Contents {
  const database = lookThrough(path.join(folder, inDataDirectory.database), (it) => ({
    rows: rowCounts(it),
    migration: newestMigration(it),
    versions: damagedVersions(it),
  }))
  const logFile = path.join(folder, inDataDirectory.editLog)
  const log = existsSync(logFile)
    ? lookThrough(logFile, (it) => ({ rows: rowCounts(it), documents: damagedDocuments(it) }))
    : undefined
  return {
    migration: database.migration,
    rows: { [inDataDirectory.database]: database.rows, ...(log && { [inDataDirectory.editLog]: log.rows }) },
    damaged: { documents: log?.documents ?? [], versions: database.versions },
  }
}

function lookThrough<Found>(file: string, look: (database: Sqlite.Database) => Found): Found {
  const name = path.basename(file)
  let database: Sqlite.Database | undefined
  try {
    database = new Sqlite(file, { readonly: true })
    const integrity = database.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new BackupError(`${name} is damaged: ${String(integrity)}`)
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0) {
      throw new BackupError(`${name} is damaged: it has rows that point at nothing.`)
    }
    return look(database)
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  } finally {
    database?.close()
  }
}

function tables(database: Sqlite.Database): string[] {
  return database
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all()
}

function rowCounts(database: Sqlite.Database): Record<string, number> {
  const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  return Object.fromEntries(tables(database).map((table) => [table, count(table)]))
}

function newestMigration(database: Sqlite.Database): string | null {
  if (!tables(database).includes('_prisma_migrations')) return null
  const name = database.prepare<[], string | null>(
    'SELECT max(migration_name) FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return name.pluck().get() ?? null
}

interface StoredVersion {
  id: string
  kind: string
  kindVersion: number
  title: string
  content: string
  hash: string
}

function damagedVersions(database: Sqlite.Database): string[] {
  if (!tables(database).includes('Version')) return []
  const versions = database.prepare<[], StoredVersion>(
    'SELECT id, kind, kindVersion, title, content, hash FROM "Version" ORDER BY id',
  )
  const damaged: string[] = []
  // One at a time: all of them together may not fit into memory.
  for (const version of versions.iterate()) if (!saysWhatItsHashSays(version)) damaged.push(version.id)
  return damaged
}

function saysWhatItsHashSays({ content, hash, ...version }: StoredVersion): boolean {
  try {
    return versionHash({ ...version, content: JSON.parse(content) as unknown }) === hash
  } catch {
    return false
  }
}

function damagedDocuments(database: Sqlite.Database): string[] {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > LOG_SCHEMA_VERSION) throw new BackupError(`The edit log is of a newer program: version ${version}.`)
  const reader = new LogReader(database)
  return reader.documents().filter((document) => reader.read(document, '').damage !== undefined)
}
