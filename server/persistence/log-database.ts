import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { newId } from '../../app/lib/id'
import { assemble, type KeptBase } from './assemble'
import { AnotherWriter, type LoggedUpdate, type LogRow, type StoredBase, type StoredDocument } from './document-store'
import { baseChecksum } from './marks'

const SCHEMA_VERSION = 1

const SCHEMA = `
  CREATE TABLE document (
    name TEXT PRIMARY KEY,
    epoch TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    document TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    data BLOB NOT NULL,
    mark INTEGER NOT NULL,
    PRIMARY KEY (document, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE base (
    document TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    state BLOB NOT NULL,
    state_vector BLOB NOT NULL,
    deletions BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (document, generation)
  ) STRICT;
  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
`

interface BaseRow {
  generation: number
  sequence: number
  mark: number
  state: Buffer
  state_vector: Buffer
  deletions: Buffer
  checksum: number
}

/** How long a statement waits for another process's lock before it fails and is tried again later. */
const BUSY_MS = 100

/** The edit log's file. Everything here blocks: it runs in the log writer's own thread. */
export class LogDatabase {
  private readonly database: Database
  private readonly statements: ReturnType<typeof prepare>

  /** @throws when the file cannot be opened in WAL mode, or was written by a newer program. */
  constructor(file: string) {
    this.database = new Sqlite(file, { timeout: BUSY_MS })
    try {
      setPragmas(this.database)
      createSchema(this.database)
      this.statements = prepare(this.database)
    } catch (error) {
      this.database.close()
      throw error
    }
  }

  open(document: string): StoredDocument {
    return assemble(this.epochOf(document), this.readableBases(document), this.readableRows(document))
  }

  // Reads first: a document that is there opens also while another process holds the write lock.
  private epochOf(document: string): string {
    const found = this.statements.document.get(document) as { epoch: string } | undefined
    if (found) return found.epoch
    const epoch = newId()
    this.statements.addDocument.run(document, epoch)
    return epoch
  }

  append(rows: readonly LogRow[]): void {
    this.inTransaction(() => {
      for (const row of rows) {
        const data = Buffer.from(row.update.buffer, row.update.byteOffset, row.update.byteLength)
        const { changes } = this.statements.addRow.run(row.document, row.sequence, row.at, row.author, data, row.mark)
        if (changes === 0) throw new AnotherWriter(row)
      }
    })
  }

  replaceBase(document: string, base: StoredBase): void {
    this.inTransaction(() => {
      const { generation, sequence, mark, state, stateVector, deletions } = base
      const checksum = baseChecksum(base)
      this.statements.addBase.run(document, generation, sequence, mark, state, stateVector, deletions, checksum)
      this.statements.dropRows.run(document, sequence)
      this.statements.dropBases.run(document, generation - 1)
    })
  }

  probe(): void {
    this.statements.probe.run(Date.now())
  }

  close(): void {
    this.database.close()
  }

  private inTransaction(work: () => void): void {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.database.exec('COMMIT')
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      throw error
    }
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

function setPragmas(database: Database): void {
  const mode = database.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new Error(`The edit log needs WAL mode; this file system gives ${String(mode)}`)
  database.pragma('synchronous = FULL')
  const synchronous = database.pragma('synchronous', { simple: true })
  if (synchronous !== 2) throw new Error(`The edit log needs synchronous=FULL; it is ${String(synchronous)}`)
  database.pragma('trusted_schema = OFF')
  // What a person deleted is overwritten, not only unlinked.
  database.pragma('secure_delete = ON')
}

function createSchema(database: Database): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > SCHEMA_VERSION) throw new Error(`The edit log is of a newer program: version ${version}`)
  if (version === SCHEMA_VERSION) return
  database.transaction(() => {
    database.exec(SCHEMA)
    database.pragma(`user_version = ${SCHEMA_VERSION}`)
  }).immediate()
}

function prepare(database: Database): Record<
  | 'addDocument' | 'document' | 'addRow' | 'rows' | 'dropRows'
  | 'generations' | 'base' | 'addBase' | 'dropBases' | 'probe',
  Statement
> {
  return {
    addDocument: database.prepare('INSERT INTO document (name, epoch) VALUES (?, ?)'),
    document: database.prepare('SELECT epoch FROM document WHERE name = ?'),
    // The same row again counts as a change of one; another row under the same sequence as none.
    addRow: database.prepare(
      `INSERT INTO log (document, sequence, at, author, data, mark) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET mark = excluded.mark WHERE mark = excluded.mark`,
    ),
    rows: database.prepare(
      'SELECT sequence, data AS "update", mark FROM log WHERE document = ? ORDER BY sequence',
    ),
    dropRows: database.prepare('DELETE FROM log WHERE document = ? AND sequence <= ?'),
    generations: database.prepare('SELECT generation FROM base WHERE document = ? ORDER BY generation DESC'),
    base: database.prepare('SELECT * FROM base WHERE document = ? AND generation = ?'),
    addBase: database.prepare(
      `INSERT OR REPLACE INTO base (document, generation, sequence, mark, state, state_vector, deletions, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    dropBases: database.prepare('DELETE FROM base WHERE document = ? AND generation < ?'),
    probe: database.prepare('INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at'),
  }
}
