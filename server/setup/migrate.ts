import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { BackupError } from '../backup/backup-error'
import { makeBackup } from '../backup/make-backup'
import { MigrationRefused, pendingMigrations, readMigrations, type Migration } from './migrations'

export interface MigrateOptions {
  /** `tahto.db` in the data directory; made when missing. */
  databaseFile: string
  /** prisma/migrations */
  migrationsDirectory: string
  /** Where the backup goes that is made before data is touched. */
  backupsDirectory: string
  /** Told what happens, in order, while it happens. */
  report?: (line: string) => void
}

export interface Migrated {
  applied: string[]
  /** The folder of the backup made beforehand; null where there was no data yet, or nothing to do. */
  backup: string | null
}

/** How long to wait for another program to let go of the file. Nothing is served yet, so waiting harms nobody. */
const LOCK_WAIT_MS = 5000

/**
 * Brings the database to the newest migration: all of a migration or nothing of it, whatever happens meanwhile.
 * @throws MigrationRefused, or BackupError where the backup before it could not be made, with one plain line; the
 * data is then as it was.
 */
export function migrate(options: MigrateOptions): Migrated {
  const known = readMigrations(options.migrationsDirectory)
  mkdirSync(path.dirname(options.databaseFile), { recursive: true, mode: 0o700 })
  if (existsSync(options.databaseFile) && withDatabase(options, (it) => pendingMigrations(it, known)).length === 0) {
    return { applied: [], backup: null }
  }
  return withDatabase(options, (database) => {
    takeForOneself(database)
    const pending = pendingMigrations(database, known)
    const backup = pending[0] && holdsData(database) ? backUp(database, options) : null
    for (const migration of pending) {
      options.report?.(`Migrating: ${migration.name}`)
      applyOrTakeBack(database, migration, backup, options)
    }
    assertWhole(database, backup)
    return { applied: pending.map((migration) => migration.name), backup }
  })
}

function withDatabase<Result>(options: MigrateOptions, use: (database: Sqlite.Database) => Result): Result {
  let database: Sqlite.Database | undefined
  try {
    database = new Sqlite(options.databaseFile, { timeout: LOCK_WAIT_MS })
    return use(database)
  } catch (error) {
    if (error instanceof MigrationRefused || error instanceof BackupError) throw error
    throw new MigrationRefused(`The database ${options.databaseFile} cannot be used: ${reason(error)}`, {
      cause: error,
    })
  } finally {
    database?.close()
  }
}

/** From here until the connection closes no other connection can read or write the file. */
function takeForOneself(database: Sqlite.Database): void {
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    // A transaction cannot change this one, and a table that is rebuilt would take its children along.
    database.pragma('foreign_keys = OFF')
    database.pragma('secure_delete = ON')
    database.pragma('synchronous = FULL')
    database.exec('BEGIN EXCLUSIVE; COMMIT')
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new MigrationRefused(
      'The database has to be migrated, but another program holds it. Stop the other one, then start again.',
      { cause: error },
    )
  }
}

/** With the edit log, since a migration may be about what is in both. */
function backUp(database: Sqlite.Database, { databaseFile, backupsDirectory, report }: MigrateOptions): string {
  report?.(`Making a backup in ${backupsDirectory}`)
  const dataDirectory = path.dirname(databaseFile)
  return makeBackup({ dataDirectory, backupsDirectory, reason: 'before-migration', heldDatabase: database }).folder
}

function applyOrTakeBack(
  database: Sqlite.Database,
  migration: Migration,
  backup: string | null,
  options: MigrateOptions,
): void {
  database.exec('BEGIN EXCLUSIVE')
  try {
    const before = rowCounts(database)
    const startedAt = new Date()
    database.exec(migration.sql)
    assertNothingLost(database, migration, before)
    record(database, migration, startedAt)
    options.report?.(`Checked: ${migration.name}`)
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw new MigrationRefused(
      `The migration ${migration.name} was taken back, the data is as it was: ${reason(error)}` +
        (backup ? ` (A backup is in ${backup}.)` : ''),
      { cause: error },
    )
  }
}

function assertNothingLost(database: Sqlite.Database, migration: Migration, before: Map<string, number>): void {
  if (!database.inTransaction) throw new Error('its SQL ended the transaction')
  const orphans = database.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (orphans[0]) {
    throw new Error(`${orphans.length} rows would point at nothing (${orphans[0].table} → ${orphans[0].parent})`)
  }
  const after = rowCounts(database)
  for (const [table, count] of before) {
    const lost = count - (after.get(table) ?? 0)
    if (lost > (migration.expectedLosses.get(table) ?? 0)) {
      throw new Error(`${table} would lose ${lost} of its ${count} rows, which the migration does not declare`)
    }
  }
}

function assertWhole(database: Sqlite.Database, backup: string | null): void {
  const found = database.pragma('integrity_check', { simple: true })
  if (found === 'ok') return
  throw new MigrationRefused(
    `The database file is damaged (${String(found)}).` + (backup ? ` The backup made before is in ${backup}.` : ''),
  )
}

function userTables(database: Sqlite.Database): string[] {
  return database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations'`,
    )
    .all()
    .map(({ name }) => name)
}

function rowCounts(database: Sqlite.Database): Map<string, number> {
  const count = (table: string) => {
    const row = database.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${table}"`).get()
    return row?.rows ?? 0
  }
  return new Map(userTables(database).map((table) => [table, count(table)]))
}

function holdsData(database: Sqlite.Database): boolean {
  return [...rowCounts(database).values()].some((rows) => rows > 0)
}

// Table and values as Prisma's own engine writes them, so that its tools can read the history.
function record(database: Sqlite.Database, migration: Migration, startedAt: Date): void {
  database.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`)
  const asPrisma = (time: Date) => time.toISOString().replace('Z', '+00:00')
  database
    .prepare(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), migration.checksum, migration.name, asPrisma(startedAt), asPrisma(new Date()))
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
