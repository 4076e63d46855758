import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { newId } from '../../app/lib/id'
import { AnotherWriter, type LogRow, type StoredBase, type StoredDocument } from './document-store'
import { LOG_SCHEMA_VERSION, LogReader } from './log-reader'
import { baseChecksum } from './marks'

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

/** How long a statement waits for another process's lock before it fails and is tried again later. */
const BUSY_MS = 100

/** What was written cannot be found where it should be: the file was replaced, or a commit came to nothing. */
export class WrittenElsewhere extends Error {
  override name = 'WrittenElsewhere'
  readonly code = 'WRITTEN_ELSEWHERE'
  constructor() {
    super('What was written to the edit log cannot be found in its file')
  }
}

/** The edit log's file. Everything here blocks: it runs in the log writer's own thread. */
export class LogDatabase {
  private readonly database: Database
  private readonly statements: ReturnType<typeof prepare>
  private readonly reader: LogReader
  private lastProbe = 0

  /** @throws when the file cannot be opened in WAL mode, or was written by a newer program. */
  constructor(private readonly file: string) {
    this.database = new Sqlite(file, { timeout: BUSY_MS })
    try {
      setPragmas(this.database)
      createSchema(this.database)
      this.statements = prepare(this.database)
      this.reader = new LogReader(this.database)
    } catch (error) {
      this.database.close()
      throw error
    }
  }

  open(document: string): StoredDocument {
    return this.reader.read(document, this.epochOf(document))
  }

  // Reads first: a document that is there opens also while another process holds the write lock.
  private epochOf(document: string): string {
    const found = this.reader.epochOf(document)
    if (found !== undefined) return found
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

  names(prefix: string): string[] {
    return this.reader.documents(prefix)
  }

  erase(documents: readonly string[]): void {
    this.inTransaction(() => {
      for (const document of documents) {
        this.statements.dropRows.run(document, Number.MAX_SAFE_INTEGER)
        this.statements.dropBases.run(document, Number.MAX_SAFE_INTEGER)
        this.statements.dropDocument.run(document)
      }
    })
  }

  /**
   * Writes, and reads back through another connection, which finds only what is in the file of that name. Asked while
   * nobody writes, so it also empties the write-ahead log.
   * @throws WrittenElsewhere, or what SQLite says
   */
  probe(): void {
    const mark = Math.max(this.lastProbe + 1, Date.now())
    this.statements.probe.run(mark)
    if (readProbe(this.file) !== mark) throw new WrittenElsewhere()
    this.lastProbe = mark
    // A reader in the way, such as a backup, leaves it for the next time.
    this.database.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** An earlier transaction could be neither committed nor taken back: only another connection can write. */
  get isStuck(): boolean {
    return this.database.inTransaction
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
}

function readProbe(file: string): unknown {
  const other = new Sqlite(file, { readonly: true, timeout: BUSY_MS })
  try {
    return other.prepare('SELECT at FROM probe').pluck().get()
  } finally {
    other.close()
  }
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
  if (version > LOG_SCHEMA_VERSION) throw new Error(`The edit log is of a newer program: version ${version}`)
  if (version === LOG_SCHEMA_VERSION) return
  database.transaction(() => {
    database.exec(SCHEMA)
    database.pragma(`user_version = ${LOG_SCHEMA_VERSION}`)
  }).immediate()
}

function prepare(
  database: Database,
): Record<'addDocument' | 'dropDocument' | 'addRow' | 'dropRows' | 'addBase' | 'dropBases' | 'probe', Statement> {
  return {
    addDocument: database.prepare('INSERT INTO document (name, epoch) VALUES (?, ?)'),
    dropDocument: database.prepare('DELETE FROM document WHERE name = ?'),
    // The same row again counts as a change of one; another row under the same sequence as none.
    addRow: database.prepare(
      `INSERT INTO log (document, sequence, at, author, data, mark) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET mark = excluded.mark WHERE mark = excluded.mark`,
    ),
    dropRows: database.prepare('DELETE FROM log WHERE document = ? AND sequence <= ?'),
    addBase: database.prepare(
      `INSERT OR REPLACE INTO base (document, generation, sequence, mark, state, state_vector, deletions, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    dropBases: database.prepare('DELETE FROM base WHERE document = ? AND generation < ?'),
    probe: database.prepare('INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at'),
  }
}
