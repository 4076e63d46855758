import { randomInt } from 'node:crypto'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaClient } from './generated/client'

export { Prisma, PrismaClient } from './generated/client'

/** The open database: everything that has a schema. */
export interface Database {
  client: PrismaClient
  /** Writes and reads back for real. False when nothing can be stored now; never throws. */
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

/**
 * Opens the SQLite file at `path`, which the migrations have already made.
 * @throws DatabaseRefused when the file cannot be opened or a setting is not taken.
 */
export async function openDatabase(path: string): Promise<Database> {
  const adapter = new AssertedSqlite({ url: path, timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  await refuseUnlessConnects(adapter, path)
  const client = new PrismaClient({ adapter })
  await client.$connect()
  return { client, writable: oneCanaryAtATime(client), close: () => client.$disconnect() }
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

// Each canary is an fsync, and anybody may ask for /healthz: askers within this time share one answer.
const CANARY_SHARED_MS = 1000
const CANARY_LIMIT_MS = 3000

function oneCanaryAtATime(client: PrismaClient): () => Promise<boolean> {
  let latest: { at: number; answer: Promise<boolean> } | undefined
  return () => {
    const now = performance.now()
    if (!latest || now - latest.at > CANARY_SHARED_MS) {
      latest = { at: now, answer: within(CANARY_LIMIT_MS, canary(client)) }
    }
    return latest.answer
  }
}

// `user_version` stands in the file's header and nothing else uses it, so the canary needs no table. Two
// statements, because Prisma begins no transaction for one: where an earlier COMMIT failed and left one open,
// BEGIN fails here.
async function canary(client: PrismaClient): Promise<boolean> {
  const mark = randomInt(1, 2 ** 31 - 1)
  try {
    const [, rows] = await client.$transaction([
      client.$executeRawUnsafe(`PRAGMA user_version = ${mark}`),
      client.$queryRawUnsafe<{ user_version: number | bigint }[]>('PRAGMA user_version'),
    ])
    return Number(rows[0]?.user_version) === mark
  } catch {
    return false
  }
}

async function within(milliseconds: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
