import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { DatabaseWatch, type WatchEvents } from './database-watch.server'
import { PrismaClient } from './generated/client'

export { Prisma, PrismaClient } from './generated/client'

/** The open database: everything that has a schema. */
export interface Database {
  client: PrismaClient
  /** Writes, and reads back through another connection. False when nothing can be stored now; never throws. */
  writable(): Promise<boolean>
  close(): Promise<void>
}

/** The database cannot be used safely. The message is one line for whoever runs the server. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused'
}

// better-sqlite3 waits for a lock synchronously: the whole server stands still for this long at most.
const BUSY_TIMEOUT_MS = 200

const SETTINGS = [
  { pragma: 'busy_timeout', value: String(BUSY_TIMEOUT_MS), reads: BUSY_TIMEOUT_MS },
  { pragma: 'journal_mode', value: 'WAL', reads: 'wal' },
  { pragma: 'synchronous', value: 'FULL', reads: 2 },
  { pragma: 'foreign_keys', value: 'ON', reads: 1 },
  { pragma: 'trusted_schema', value: 'OFF', reads: 0 },
  { pragma: 'secure_delete', value: 'ON', reads: 1 },
] as const

/** Sets and reads back the pragmas on every connection, before Prisma gets it. */
class AssertedSqlite extends PrismaBetterSqlite3 {
  override async connect() {
    const connection = await super.connect()
    try {
      for (const { pragma, value, reads } of SETTINGS) {
        await connection.executeScript(`PRAGMA ${pragma} = ${value}`)
        const { rows } = await connection.queryRaw({ sql: `PRAGMA ${pragma}`, args: [], argTypes: [] })
        const found = rows[0]?.[0]
        if (found !== reads) {
          throw new DatabaseRefused(
            `The database does not take the setting ${pragma} = ${value}: it reads ${String(found)}. ` +
              'It needs a local disk that can be written, not a network file system.',
          )
        }
      }
      return connection
    } catch (error) {
      await connection.dispose()
      throw error
    }
  }
}

/** How often the database is looked after while nobody asks. */
const WATCH_EVERY_MS = 10_000

export interface DatabaseOptions extends Partial<WatchEvents> {
  watchEvery?: number
}

/**
 * Opens the SQLite file at `path`, which the migrations have already made.
 * @throws DatabaseRefused when the file cannot be opened or a setting is not taken.
 */
export async function openDatabase(path: string, options: DatabaseOptions = {}): Promise<Database> {
  const { watchEvery = WATCH_EVERY_MS, reconnected = () => undefined, beyondHelp = () => undefined } = options
  const adapter = new AssertedSqlite({ url: path, timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  await refuseUnlessConnects(adapter, path)
  const client = new PrismaClient({ adapter })
  await client.$connect()
  const watch = new DatabaseWatch(client, path, { reconnected, beyondHelp }, watchEvery)
  return {
    client,
    writable: () => watch.writable(),
    close: async () => {
      watch.close()
      await client.$disconnect()
    },
  }
}

async function refuseUnlessConnects(adapter: AssertedSqlite, path: string): Promise<void> {
  try {
    const connection = await adapter.connect()
    await connection.dispose()
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseRefused(`The database ${path} cannot be opened: ${reason}`, { cause: error })
  }
}
