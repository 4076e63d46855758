import type { Log } from '../../app/load-context'
import type { DocumentStore, LogRow } from '../persistence/document-store'
import type { Limits } from './limits'
import type { SyncMetrics } from './sync-metrics'

/** One transaction holds at most this much: a longer one would hold up the receipts of what it began with. */
const MOST_ROWS = 5_000
const MOST_BYTES = 8 * 1024 * 1024
const FIRST_RETRY_MS = 50
const LAST_RETRY_MS = 2_000

export interface CommitterEvents {
  /** Every row of the document up to there is on disk. */
  committed(document: string, sequence: number): void
  /** Nothing could be written for `cannotSaveAfter`. */
  failing(): void
  recovered(): void
}

/**
 * Group commit. What arrives while a transaction is on its way to the disk goes into the next; a transaction that
 * fails is tried again for as long as it takes, and nothing is ever dropped from the queue. SPEC R20–R22.
 */
export class Committer {
  private queue: LogRow[] = []
  private queuedBytes = 0
  /** Nothing in the queue has waited for longer than since then. */
  private oldestSince = 0
  private running: Promise<void> | undefined
  private failingNow = false
  private failureTimer: NodeJS.Timeout | undefined
  private lastWrite = 0
  private stopped = false
  private readonly probing: NodeJS.Timeout
  private wakeUp: (() => void) | undefined

  constructor(
    private readonly store: DocumentStore,
    private readonly limits: Limits,
    private readonly log: Log,
    private readonly metrics: SyncMetrics,
    private readonly events: CommitterEvents,
  ) {
    this.probing = setInterval(() => void this.probe(), limits.probeEvery)
    this.probing.unref()
  }

  /** The rows of one document in the order of their sequences. */
  append(row: LogRow): void {
    if (this.queue.length === 0) this.oldestSince = performance.now()
    this.queue.push(row)
    this.queuedBytes += row.update.byteLength
    this.running ??= this.run()
  }

  /** Bytes that are not on disk yet. */
  get backlog(): number {
    return this.queuedBytes
  }

  /** For how many milliseconds, at most, the oldest of them has been waiting; 0 when nothing waits. */
  get oldestUnsaved(): number {
    return this.queue.length > 0 ? performance.now() - this.oldestSince : 0
  }

  /** The disk has taken nothing for a while. */
  get failing(): boolean {
    return this.failingNow
  }

  /** Resolves when the queue is empty or `milliseconds` have passed; says whether it is empty. */
  async drained(milliseconds: number): Promise<boolean> {
    const deadline = performance.now() + milliseconds
    while (this.running && performance.now() < deadline) {
      this.wakeUp?.()
      await Promise.race([this.running, pause(Math.min(100, deadline - performance.now()))])
    }
    return this.running === undefined
  }

  /** No further tries. What is queued is lost to the disk, though not to the browsers that wait for receipts. */
  stop(): void {
    this.stopped = true
    clearInterval(this.probing)
    clearTimeout(this.failureTimer)
    this.wakeUp?.()
  }

  private async run(): Promise<void> {
    // The rest of this turn's updates come along.
    await Promise.resolve()
    let retryAfter = FIRST_RETRY_MS
    while (this.queue.length > 0 && !this.stopped) {
      const batch = nextBatch(this.queue)
      const isAll = batch.length === this.queue.length
      const started = performance.now()
      try {
        await this.store.append(batch)
        retryAfter = FIRST_RETRY_MS
        this.succeeded()
        this.metrics.committed(performance.now() - started, batch.length, bytesOf(batch))
        if (isAll) this.oldestSince = started
        this.settle(batch)
      } catch (error) {
        this.failed(error)
        await this.waitToRetry(retryAfter)
        retryAfter = Math.min(LAST_RETRY_MS, retryAfter * 2)
      }
    }
    this.running = undefined
  }

  private settle(rows: readonly LogRow[]): void {
    this.queue = this.queue.slice(rows.length)
    const reached = new Map<string, number>()
    for (const { document, sequence, update } of rows) {
      this.queuedBytes -= update.byteLength
      reached.set(document, sequence)
    }
    for (const [document, sequence] of reached) this.events.committed(document, sequence)
  }

  private async probe(): Promise<void> {
    if (this.running || this.stopped || performance.now() - this.lastWrite < this.limits.probeEvery) return
    try {
      await this.store.probe()
      this.succeeded()
    } catch (error) {
      this.failed(error)
    }
  }

  private succeeded(): void {
    this.lastWrite = performance.now()
    clearTimeout(this.failureTimer)
    this.failureTimer = undefined
    if (!this.failingNow) return
    this.failingNow = false
    this.log.info('sync.saved-again')
    this.events.recovered()
  }

  private failed(error: unknown): void {
    if (this.stopped) return
    this.metrics.commitFailed()
    this.log.warn('sync.commit-failed', { cause: error instanceof Error ? error.message : String(error) })
    if (this.failingNow) return
    this.failureTimer ??= setTimeout(() => {
      this.failingNow = true
      this.log.error('sync.cannot-save', error, { rows: this.queue.length })
      this.events.failing()
    }, this.limits.cannotSaveAfter)
  }

  private waitToRetry(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function nextBatch(queue: readonly LogRow[]): readonly LogRow[] {
  let bytes = 0
  const end = queue.findIndex(({ update }, index) => {
    bytes += update.byteLength
    return index > 0 && (index >= MOST_ROWS || bytes > MOST_BYTES)
  })
  return end < 0 ? queue.slice() : queue.slice(0, end)
}

function bytesOf(rows: readonly LogRow[]): number {
  return rows.reduce((sum, { update }) => sum + update.byteLength, 0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
