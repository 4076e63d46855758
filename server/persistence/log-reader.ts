import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { assemble, type KeptBase } from './assemble'
import type { LoggedUpdate, StoredBase, StoredDocument } from './document-store'

/** `user_version` of the edit log's file. */
export const LOG_SCHEMA_VERSION = 1

interface BaseRow {
  generation: number
  sequence: number
  mark: number
  state: Buffer
  state_vector: Buffer
  deletions: Buffer
  checksum: number
}

/** Reads documents from an open edit log, and tells what of them is damaged. It writes nothing. */
export class LogReader {
  private readonly statements: Record<'names' | 'document' | 'rows' | 'generations' | 'base', Statement>

  constructor(database: Database) {
    this.statements = {
      names: database.prepare('SELECT name FROM document WHERE name >= ? AND name < ? ORDER BY name').pluck(),
      document: database.prepare('SELECT epoch FROM document WHERE name = ?').pluck(),
      rows: database.prepare('SELECT sequence, data AS "update", mark FROM log WHERE document = ? ORDER BY sequence'),
      generations: database.prepare('SELECT generation FROM base WHERE document = ? ORDER BY generation DESC'),
      base: database.prepare('SELECT * FROM base WHERE document = ? AND generation = ?'),
    }
  }

  /** The names of all documents that begin so. */
  documents(prefix = ''): string[] {
    return this.statements.names.all(prefix, `${prefix}\u{10ffff}`) as string[]
  }

  /** Undefined for a document that was never opened. */
  epochOf(document: string): string | undefined {
    return this.statements.document.get(document) as string | undefined
  }

  read(document: string, epoch: string): StoredDocument {
    return assemble(epoch, this.readableBases(document), this.readableRows(document))
  }

  /** A page that cannot be read ends the reading: what came before it is still good. */
  private *readableRows(document: string): Generator<LoggedUpdate> {
    let expected: number | undefined
    try {
      for (const row of this.statements.rows.iterate(document) as IterableIterator<LoggedUpdate>) {
        expected = row.sequence + 1
        yield row
      }
    } catch (error) {
      if (!isCorruption(error)) throw error
      yield { sequence: expected ?? -1, update: new Uint8Array(), mark: -1 }
    }
  }

  private readableBases(document: string): KeptBase[] {
    const bases: KeptBase[] = []
    for (const { generation } of this.statements.generations.all(document) as { generation: number }[]) {
      try {
        const row = this.statements.base.get(document, generation) as BaseRow
        bases.push({ base: baseOf(row), checksum: row.checksum })
      } catch (error) {
        if (!isCorruption(error)) throw error
        bases.push(unreadableBase(generation))
      }
    }
    return bases
  }
}

function baseOf({ generation, sequence, mark, state, state_vector, deletions }: BaseRow): StoredBase {
  return { generation, sequence, mark, state, stateVector: state_vector, deletions }
}

function unreadableBase(generation: number): KeptBase {
  const nothing = new Uint8Array()
  const base = { generation, sequence: 0, mark: 0, state: nothing, stateVector: nothing, deletions: nothing }
  return { base, checksum: -1 }
}

function isCorruption(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
