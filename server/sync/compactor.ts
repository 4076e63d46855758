import type { RoomContent } from './room-content'
import type { SyncServices } from './sync-services'

/** After one that failed. */
const RETRY_AFTER_MS = 30_000
/** Between two, as a full document would ask for one with each edit: this, and a multiple of what the last one took. */
const REST_MS = 500
const REST_TIMES = 2
/** From here on a log takes longer to open than its base does. */
const WORTH_ROWS = 50
const WORTH_BYTES = 64 * 1024
/** A log that has grown to this many times what is enough does not wait for its turn: opening it would take 100 ms. */
const FAR_TOO_MANY_ROWS = 40
const FAR_TOO_MANY_BYTES = 8

/** Turns a room's base and log into one base, in a worker, when the log has grown. SPEC R24–R26. */
export class Compactor {
  private running: Promise<void> | undefined
  private notBefore = -Infinity
  private last = -Infinity
  private considered = 0
  private lastEdit = -Infinity
  private again: NodeJS.Timeout | undefined
  private closed = false

  constructor(
    private readonly document: string,
    private readonly content: RoomContent,
    private readonly services: Pick<SyncServices, 'limits' | 'log' | 'metrics' | 'store' | 'workers'>,
    private readonly done: () => void,
  ) {}

  get busy(): boolean {
    return this.running !== undefined
  }

  /** A log so short that the document opens as fast with it as without. */
  get isNotWorthIt(): boolean {
    const { rows, bytes } = this.content.tailSize
    return rows < Math.min(WORTH_ROWS, this.services.limits.compactRows) && bytes < WORTH_BYTES
  }

  /** Called after each commit and each compaction. */
  consider(isFull: boolean): void {
    clearTimeout(this.again)
    if (this.closed) return
    if (this.considered !== this.content.sequence) {
      this.considered = this.content.sequence
      this.lastEdit = performance.now()
    }
    if (this.content.tailSize.rows === 0 || (this.isNotWorthIt && !isFull)) return
    const wait = this.due(isFull) - performance.now()
    if (wait <= 0) void this.compact()
    else this.again = setTimeout(() => this.consider(isFull), wait)
  }

  /** When it is time, in monotonic milliseconds, if nothing else comes before. */
  private due(isFull: boolean): number {
    const { rows, bytes } = this.content.tailSize
    const { compactRows, compactBytes, compactEvery, compactQuiet } = this.services.limits
    const isLong = rows > FAR_TOO_MANY_ROWS * compactRows || bytes > FAR_TOO_MANY_BYTES * compactBytes
    if (isFull || isLong) return this.notBefore
    const isEnough = rows >= compactRows || bytes >= this.enoughBytes()
    const soonest = isEnough ? -Infinity : this.lastEdit + compactQuiet
    return Math.max(this.notBefore, this.last + compactEvery, soonest)
  }

  /** Resolves when one that runs is over. */
  get finished(): Promise<void> {
    return this.running ?? Promise.resolve()
  }

  close(): void {
    this.closed = true
    clearTimeout(this.again)
  }

  /** A base is written whole: so that this stays in proportion, the log may grow as long as the base is. */
  private enoughBytes(): number {
    const { bytes, tailSize } = this.content
    return Math.max(this.services.limits.compactBytes, bytes - tailSize.bytes)
  }

  /** Never rejects: a compaction that fails leaves everything as it was. */
  compact(): Promise<void> {
    if (this.running) return this.running
    const { content } = this
    const nothingNew = content.settledUntil <= content.baseSequence
    if (nothingNew || content.damage || performance.now() < this.notBefore) return Promise.resolve()
    return this.start()
  }

  /** What has been deleted is on disk no longer, however short the log is. Never rejects, as above. */
  async forgetDeleted(): Promise<void> {
    // Twice: the base before the last is kept, and may hold it.
    for (let time = 0; time < 2; time += 1) {
      await this.finished
      if (this.closed || this.content.damage || this.content.committed === 0) return
      await (this.running ?? this.start())
    }
  }

  private start(): Promise<void> {
    this.running = this.run().finally(() => {
      this.running = undefined
      this.done()
    })
    return this.running
  }

  private async run(): Promise<void> {
    const { content, document, services } = this
    const started = performance.now()
    this.last = started
    const sequence = content.settledUntil
    try {
      const made = await services.workers.run('compact', { document: content.copyUntil(sequence) })
      const base = content.nextBase(sequence, made)
      await services.store.replaceBase(document, base)
      content.replaceBase(base)
      const milliseconds = Math.round(performance.now() - started)
      this.notBefore = performance.now() + REST_MS + REST_TIMES * milliseconds
      services.metrics.compacted(milliseconds)
      services.log.info('sync.compacted', { room: document, sequence, bytes: base.state.byteLength, milliseconds })
    } catch (error) {
      this.notBefore = performance.now() + RETRY_AFTER_MS
      services.metrics.compactionFailed()
      services.log.error('sync.compaction-failed', error, { room: document, sequence })
    }
  }
}
