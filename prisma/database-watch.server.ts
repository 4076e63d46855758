import { randomInt } from 'node:crypto'
import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { PrismaClient } from './generated/client'

/** What came of a number that was written through Prisma's connection and looked for through another. */
type Canary = 'found' | 'not written' | 'lost'

export interface WatchEvents {
  /** What was written did not reach the file: the connection was made anew. */
  reconnected(): void
  /** That helped nothing: only another process can. */
  beyondHelp(): void
}

// Each canary is an fsync, and anybody may ask for /healthz: askers within this time share one answer.
const CANARY_SHARED_MS = 1000
const CANARY_LIMIT_MS = 3000
const MOST_RECONNECTS = 3
/** A write-ahead log below this is not worth an fsync. */
const CHECKPOINT_BYTES = 64 * 1024

/** Tells whether the database takes what is written, and mends what can be mended. */
export class DatabaseWatch {
  private latest: { at: number; answer: Promise<boolean> } | undefined
  private readonly timer: NodeJS.Timeout
  private reconnects = 0

  constructor(
    private readonly client: PrismaClient,
    private readonly file: string,
    private readonly events: WatchEvents,
    every: number,
  ) {
    this.timer = setInterval(() => void this.tend(), every)
    this.timer.unref()
  }

  /** Writes and reads back for real; never throws. */
  writable(): Promise<boolean> {
    const now = performance.now()
    if (!this.latest || now - this.latest.at > CANARY_SHARED_MS) {
      this.latest = { at: now, answer: within(CANARY_LIMIT_MS, this.tryOut()) }
    }
    return this.latest.answer
  }

  close(): void {
    clearInterval(this.timer)
  }

  private async tend(): Promise<void> {
    if (await this.writable()) this.checkpoint()
  }

  private async tryOut(): Promise<boolean> {
    const canary = await this.canary()
    if (canary !== 'lost') {
      this.reconnects = 0
      return canary === 'found'
    }
    if (this.reconnects === MOST_RECONNECTS) {
      this.events.beyondHelp()
      return false
    }
    this.reconnects += 1
    await this.reconnect()
    return (await this.canary()) === 'found'
  }

  // `user_version` stands in the file's header and nothing else uses it, so the canary needs no table. Two
  // statements, because Prisma begins no transaction for one: where an earlier COMMIT failed and left one open,
  // BEGIN fails here.
  private async canary(): Promise<Canary> {
    const mark = randomInt(1, 2 ** 31 - 1)
    try {
      await this.client.$transaction([
        this.client.$executeRawUnsafe(`PRAGMA user_version = ${mark}`),
        this.client.$queryRawUnsafe('PRAGMA user_version'),
      ])
      return this.through((other) => other.pragma('user_version', { simple: true })) === mark ? 'found' : 'lost'
    } catch (error) {
      return isLeftOpen(error) ? 'lost' : 'not written'
    }
  }

  // The adapter never lets go of its lock after a BEGIN that failed, so rolling back would not be enough.
  private async reconnect(): Promise<void> {
    await this.client.$disconnect().catch(() => undefined)
    await this.client.$connect().catch(() => undefined)
    this.events.reconnected()
  }

  /** Prisma's own connection would stand still for a reader that is in the way; this one asks and goes. */
  private checkpoint(): void {
    try {
      const { size = 0 } = statSync(`${this.file}-wal`, { throwIfNoEntry: false }) ?? {}
      if (size < CHECKPOINT_BYTES) return
      this.through((other) => other.pragma('wal_checkpoint(TRUNCATE)'))
    } catch {
      // The next one does it. How large the log has grown is among the metrics.
    }
  }

  /** Opened anew each time: a file that was replaced under the server is noticed too. */
  private through<Result>(use: (other: Sqlite.Database) => Result): Result {
    const other = new Sqlite(this.file, { fileMustExist: true, timeout: 0 })
    try {
      return use(other)
    } finally {
      other.close()
    }
  }
}

function isLeftOpen(error: unknown): boolean {
  return error instanceof Error && error.message.includes('within a transaction')
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
