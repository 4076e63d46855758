import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkBackup } from '../../../server/backup/check-backup'
import { migrate, type MigrateOptions } from '../../../server/setup/migrate'
import { MigrationRefused } from '../../../server/setup/migrations'
import { projectRoot } from '../../../server/setup/project-paths'
import { temporaryDirectory } from './temporary-directory'

const INITIAL = `CREATE TABLE "Project" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE TABLE "Artefact" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "projectId" TEXT NOT NULL REFERENCES "Project" ("id") ON DELETE CASCADE
);`

/** As Prisma writes it where SQLite cannot alter a column: Artefact's rows hang on what is dropped here. */
const REBUILD = `PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Project" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '', "purpose" TEXT);
INSERT INTO "new_Project" ("id", "name") SELECT "id", "name" FROM "Project";
DROP TABLE "Project";
ALTER TABLE "new_Project" RENAME TO "Project";
PRAGMA foreign_keys=ON;`

interface Installation extends MigrateOptions {
  release(name: string, sql: string): void
  rows(sql: string): unknown[]
}

function installation(): Installation {
  const directory = temporaryDirectory()
  const migrationsDirectory = path.join(directory, 'migrations')
  const databaseFile = path.join(directory, 'data', 'tahto.db')
  const release = (name: string, sql: string) => {
    mkdirSync(path.join(migrationsDirectory, name), { recursive: true })
    writeFileSync(path.join(migrationsDirectory, name, 'migration.sql'), sql)
  }
  release('20260101000000_initial', INITIAL)
  const rows = (sql: string) => {
    const database = new Sqlite(databaseFile)
    try {
      return database.prepare(sql).all()
    } finally {
      database.close()
    }
  }
  return { databaseFile, migrationsDirectory, backupsDirectory: path.join(directory, 'backups'), release, rows }
}

/** An installation in use: two projects, of which one has 100 artefacts. */
function usedInstallation(): Installation {
  const it = installation()
  migrate(it)
  const database = new Sqlite(it.databaseFile)
  database.pragma('journal_mode = WAL')
  database.exec(`INSERT INTO "Project" VALUES ('p1', 'Tahtotilasta tulokseen'), ('p2', 'Toinen');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
    INSERT INTO "Artefact" SELECT 'a' || i, 'p1' FROM n;`)
  database.close()
  return it
}

const COUNTS = `SELECT (SELECT count(*) FROM "Project") AS projects, (SELECT count(*) FROM "Artefact") AS artefacts`
const AS_USED = [{ projects: 2, artefacts: 100 }]

describe('a migration at the start of the server', () => {
  it('makes an empty database without a backup, and finds nothing to do the second time', () => {
    const it = installation()
    expect(migrate(it)).toEqual({ applied: ['20260101000000_initial'], backup: null })
    expect(migrate(it)).toEqual({ applied: [], backup: null })
  })

  it('rebuilds a table without losing the rows that hang on it', () => {
    const it = usedInstallation()
    it.release('20260201000000_purpose', REBUILD)
    expect(migrate(it).applied).toEqual(['20260201000000_purpose'])
    expect(it.rows(COUNTS)).toEqual(AS_USED)
    expect(it.rows('PRAGMA foreign_key_check')).toEqual([])
  })

  it('leaves a backup of the data as it was before, which can be restored', () => {
    const it = usedInstallation()
    it.release('20260201000000_clear', `-- expect: Artefact -*\nDELETE FROM "Artefact";`)
    const { backup } = migrate(it)
    expect(backup).toMatch(/backups\/.*-before-migration$/)
    expect(() => checkBackup(backup ?? '', it.migrationsDirectory)).not.toThrow()
    const copy = new Sqlite(path.join(backup ?? '', 'tahto.db'), { readonly: true })
    onTestFinished(() => {
      copy.close()
    })
    expect(copy.prepare(COUNTS).all()).toEqual(AS_USED)
    expect(it.rows(COUNTS)).toEqual([{ projects: 2, artefacts: 0 }])
  })

  it('is not begun when the backup before it cannot be made', () => {
    const it = usedInstallation()
    it.release('20260201000000_clear', `-- expect: Artefact -*\nDELETE FROM "Artefact";`)
    writeFileSync(it.backupsDirectory, 'a file where the folder should be')
    expect(() => migrate(it)).toThrow(/^The backup could not be made: /)
    expect(it.rows(COUNTS)).toEqual(AS_USED)
  })

  it('is taken back when it would lose rows that it does not declare', () => {
    const it = usedInstallation()
    it.release('20260201000000_slip', `-- expect: Artefact -9\nDELETE FROM "Artefact" WHERE "id" LIKE 'a1%';`)
    expect(() => migrate(it)).toThrow(/Artefact would lose 12 of its 100 rows/)
    expect(it.rows(COUNTS)).toEqual(AS_USED)
  })

  it('is taken back when it would drop a table that holds something', () => {
    const it = usedInstallation()
    it.release('20260201000000_drop', `DROP TABLE "Artefact";`)
    expect(() => migrate(it)).toThrow(/Artefact would lose 100/)
    expect(it.rows(COUNTS)).toEqual(AS_USED)
  })

  it('is taken back when rows would point at nothing', () => {
    const it = usedInstallation()
    it.release('20260201000000_orphans', `-- expect: Project -1\nDELETE FROM "Project" WHERE "id" = 'p1';`)
    expect(() => migrate(it)).toThrow(/100 rows would point at nothing/)
    expect(it.rows(COUNTS)).toEqual(AS_USED)
  })

  it('is taken back whole when its last statement fails, and its first is not kept', () => {
    const it = usedInstallation()
    it.release('20260201000000_broken', `CREATE TABLE "Extra" ("id" TEXT);\nINSERT INTO "Nowhere" VALUES (1);`)
    expect(() => migrate(it)).toThrow(/20260201000000_broken was taken back, the data is as it was: no such table/)
    expect(it.rows(`SELECT name FROM sqlite_master WHERE name = 'Extra'`)).toEqual([])
  })

  it('may not end the transaction that protects it', () => {
    const it = usedInstallation()
    it.release('20260201000000_commit', `DELETE FROM "Artefact";\nCOMMIT;`)
    expect(() => migrate(it)).toThrow(/begins or ends a transaction/)
    expect(it.rows(COUNTS)).toEqual(AS_USED)
  })

  it('killed just before it is done leaves the old state, and succeeds at the next start', () => {
    const it = usedInstallation()
    it.release('20260201000000_clear', `-- expect: Artefact -*\nDELETE FROM "Artefact";`)
    const killed = spawnSync(
      process.execPath,
      ['--import', 'tsx', path.join(projectRoot, 'tests/unit/setup/migrate-and-die.ts'), JSON.stringify(it)],
      { cwd: projectRoot },
    )
    expect(killed.signal).toBe('SIGKILL')
    expect(it.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(it.rows(COUNTS)).toEqual(AS_USED)
    expect(migrate(it).applied).toEqual(['20260201000000_clear'])
  })

  it('refuses a database that a newer program has made', () => {
    const newer = usedInstallation()
    newer.release('20260201000000_purpose', REBUILD)
    migrate(newer)
    const older = { ...newer, migrationsDirectory: installation().migrationsDirectory }
    expect(() => migrate(older)).toThrow(/newer than this program: it has the migration 20260201000000_purpose/)
  })

  it('refuses a database that was made by other SQL under the same name', () => {
    const it = usedInstallation()
    it.release('20260101000000_initial', `${INITIAL}\n-- changed afterwards`)
    expect(() => migrate(it)).toThrow(/was changed after this database had been made/)
  })

  it('waits for nobody who only reads when there is nothing to do, and says who is in the way when there is', () => {
    const it = usedInstallation()
    const reader = new Sqlite(it.databaseFile)
    onTestFinished(() => {
      reader.close()
    })
    reader.exec('BEGIN')
    reader.prepare(COUNTS).all()
    expect(migrate(it).applied).toEqual([])
    it.release('20260201000000_purpose', REBUILD)
    expect(() => migrate(it)).toThrow(/another program holds it/)
    expect(readdirSync(path.dirname(it.databaseFile))).toContain('tahto.db')
  })

  it('says plainly that a file is no database', () => {
    const it = installation()
    mkdirSync(path.dirname(it.databaseFile), { recursive: true })
    writeFileSync(it.databaseFile, 'not a database at all, but long enough to have a header '.repeat(40))
    expect(() => migrate(it)).toThrow(MigrationRefused)
    expect(() => migrate(it)).toThrow(/cannot be used: file is not a database/)
  })
})
