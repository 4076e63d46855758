import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { seededRandom } from '../../app/lib/seeded-random'
import { auditRecords } from '../../server/audit/audit-records'
import { generate } from '../../server/setup/generate.mjs'
import { flipOneBit, placesOf } from '../support/records/flip'
import { count, defineProof, type Outcome } from './proof'

/**
 * What organisations have decided verifies, and one flipped byte anywhere in a record, an extract or a version that was
 * put to them is found, as is a record that is gone. `--database FILE` looks through an installation's own database
 * instead of one made for this, and flips in a copy of it.
 */
export const audit = defineProof(
  { rounds: count(2_000), agreements: count(4), seed: count(1), database: z.string().min(1).optional() },
  async ({ rounds, agreements, seed, database: given }): Promise<Outcome> => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'tahto-prove-audit-'))
    try {
      const copy = path.join(scratch, 'copy.db')
      if (given === undefined) {
        // The database's client is generated, and what uses it can only be loaded then.
        await generate()
        const { decidedDatabase } = await import('../support/records/decided-database')
        await decidedDatabase(copy, agreements)
      } else copyOf(given, copy)
      return tryFlips(copy, rounds, seed)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  },
)

function copyOf(file: string, copy: string): void {
  const original = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    original.prepare('VACUUM INTO ?').run(copy)
  } finally {
    original.close()
  }
}

function tryFlips(file: string, rounds: number, seed: number): Outcome {
  const database = new Sqlite(file)
  database.pragma('foreign_keys = OFF')
  try {
    const { faults, ...looked } = auditRecords(database)
    const broken = faults.map((fault) => `As it stands: ${fault}`)
    if (looked.records === 0) return { counts: looked, broken: [...broken, 'Nothing has been decided in it: nothing was tried'] }
    broken.push(...lettingThrough(database))
    // Whoever can write to the file can drop its triggers.
    for (const name of triggers(database)) database.exec(`DROP TRIGGER "${name}"`)
    const random = seededRandom(seed)
    const places = placesOf(database)
    let found = 0
    for (let round = 0; round < rounds; round += 1) {
      const place = places[Math.floor(random() * places.length)]
      if (!place) break
      if (isFound(database, () => flipOneBit(database, place, random))) found += 1
      else broken.push(`A flipped byte in ${place.table}.${place.column} was not found (seed ${seed}, round ${round})`)
    }
    const isLastMissed = isFound(database, () =>
      database.exec('DELETE FROM "ApprovalRecord" WHERE number = (SELECT max(number) FROM "ApprovalRecord")'),
    )
    if (!isLastMissed) broken.push('That the newest record is gone was not found')
    return { counts: { ...looked, 'places for a byte': places.length, 'bytes flipped': rounds, found }, broken }
  } finally {
    database.close()
  }
}

/** What the database lets through with its triggers in place: nothing. */
function lettingThrough(database: Sqlite.Database): string[] {
  const attempts = [
    `UPDATE "ApprovalRecord" SET words = 'x'`,
    'DELETE FROM "ApprovalRecord"',
    'INSERT OR REPLACE INTO "ApprovalRecord" SELECT * FROM "ApprovalRecord"',
    `UPDATE "Version" SET content = '{}' WHERE id IN (SELECT versionId FROM "Circulation")`,
    `UPDATE "Extract" SET bytes = x'00'`,
    'DELETE FROM "Extract"',
  ]
  return attempts.flatMap((sql) => {
    try {
      database.transaction(() => {
        if (database.prepare(sql).run().changes > 0) throw new LetThrough()
      })()
    } catch (error) {
      if (error instanceof LetThrough) return [`The database let through: ${sql}`]
    }
    return []
  })
}

class LetThrough extends Error {}

const triggers = (database: Sqlite.Database): string[] =>
  database.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all()

/** Whether the audit tells of it. It is taken back. */
function isFound(database: Sqlite.Database, damage: () => void): boolean {
  database.exec('BEGIN')
  try {
    damage()
    return auditRecords(database).faults.length > 0
  } catch (error) {
    // A key that stands twice, or a text where a number was: SQLite itself has told of it.
    if (error instanceof Sqlite.SqliteError) return true
    throw error
  } finally {
    database.exec('ROLLBACK')
  }
}
