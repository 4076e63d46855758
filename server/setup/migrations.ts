import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'

/** One folder of prisma/migrations, in Prisma's own layout. */
export interface Migration {
  /** `20261121200000_initial` */
  name: string
  sql: string
  /** SHA-256 of the SQL, hexadecimal, as Prisma records it. */
  checksum: string
  /** Rows that the SQL declares to take away, by table. Infinity: any number, or the whole table. */
  expectedLosses: Map<string, number>
}

/** The database is not as the code needs it. The message is one line for whoever runs the server. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

/** Every migration in `directory`, oldest first. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(directory, name))
}

function readMigration(directory: string, name: string): Migration {
  const file = path.join(directory, name, 'migration.sql')
  if (!existsSync(file)) throw new MigrationRefused(`The migration ${name} has no migration.sql.`)
  const sql = readFileSync(file, 'utf8')
  if (/^\s*(BEGIN\s*(TRANSACTION|DEFERRED|IMMEDIATE|EXCLUSIVE)?\s*;|COMMIT\b|ROLLBACK\b)/im.test(sql)) {
    throw new MigrationRefused(`The migration ${name} begins or ends a transaction: the runner does that.`)
  }
  return {
    name,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    expectedLosses: expectedLosses(sql),
  }
}

/** Reads `-- expect: Table -12` (at most 12 rows fewer) and `-- expect: Table -*` (any number fewer, or gone). */
function expectedLosses(sql: string): Map<string, number> {
  const declared = sql.matchAll(/^--\s*expect:\s*"?(\w+)"?\s+-(\d+|\*)\s*$/gm)
  return new Map(
    [...declared].map(([, table = '', rows]) => [table, rows === '*' ? Infinity : Number(rows)] as const),
  )
}

interface Recorded {
  migration_name: string
  checksum: string
  finished_at: string | null
  rolled_back_at: string | null
}

/**
 * The migrations that this database still lacks, oldest first.
 * @throws MigrationRefused when the database is newer than the code, or was made by other SQL than ours.
 */
export function pendingMigrations(database: Sqlite.Database, known: Migration[]): Migration[] {
  const recorded = recordedMigrations(database)
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const row of recorded) {
    const migration = byName.get(row.migration_name)
    if (!migration) {
      throw new MigrationRefused(
        `The database is newer than this program: it has the migration ${row.migration_name}. ` +
          'Install the newer program, or restore the backup made before it.',
      )
    }
    if (row.finished_at === null) {
      throw new MigrationRefused(`The migration ${row.migration_name} was left half done by another tool.`)
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationRefused(
        `The migration ${row.migration_name} was changed after this database had been made with it.`,
      )
    }
  }
  const done = new Set(recorded.map((row) => row.migration_name))
  return known.filter((migration) => !done.has(migration.name))
}

function recordedMigrations(database: Sqlite.Database): Recorded[] {
  const table = database
    .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`)
    .get()
  if (!table) return []
  return database
    .prepare<[], Recorded>(
      `SELECT migration_name, checksum, finished_at, rolled_back_at
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
    )
    .all()
}
