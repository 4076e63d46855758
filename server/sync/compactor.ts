import type { RoomContent } from './room-content'
import type { SyncServices } from './sync-services'

/** After one that failed. */
const RETRY_AFTER_MS = 30_000
/** Between two, as a full document would ask for one with each edit: this, and a multiple of what the last one took. */
const REST_MS = 500
const REST_TIMES = 2

/** Turns a room's base and log into one base, in a worker, when the log has grown. SPEC R24–R26. */
export class Compactor {
  private running: Promise<void> | undefined
  private notBefore = -Infinity
  private again: NodeJS.Timeout | undefined

  constructor(
    private readonly document: string,
    private readonly content: RoomContent,
    private readonly services: Pick<SyncServices, 'limits' | 'log' | 'store' | 'workers'>,
    private readonly done: () => void,
  ) {}

  get busy(): boolean {
    return this.running !== undefined
  }

  /** Called after each commit. */
  consider(isFull: boolean): void {
    const { rows, bytes } = this.content.tailSize
    const { compactRows, compactBytes } = this.services.limits
    if (rows < compactRows && bytes < compactBytes && !(isFull && rows > 0)) return
    const wait = this.notBefore - performance.now()
    if (wait <= 0) void this.compact()
    else {
      clearTimeout(this.again)
      this.again = setTimeout(() => this.consider(isFull), wait)
    }
  }

  close(): void {
    clearTimeout(this.again)
  }

  /** Never rejects: a compaction that fails leaves everything as it was. */
  compact(): Promise<void> {
    if (this.running) return this.running
    const { content } = this
    const nothingNew = content.committed <= content.baseSequence
    if (nothingNew || content.damage || performance.now() < this.notBefore) return Promise.resolve()
    this.running = this.run().finally(() => {
      this.running = undefined
      this.done()
    })
    return this.running
  }

  private async run(): Promise<void> {
    const { content, document, services } = this
    const started = performance.now()
    const sequence = content.committed
    try {
      const made = await services.workers.run('compact', { document: content.copyUntil(sequence) })
      const base = content.nextBase(sequence, made)
      await services.store.replaceBase(document, base)
      content.replaceBase(base)
      const milliseconds = Math.round(performance.now() - started)
      this.notBefore = performance.now() + REST_MS + REST_TIMES * milliseconds
      services.log.info('sync.compacted', { room: document, sequence, bytes: base.state.byteLength, milliseconds })
    } catch (error) {
      this.notBefore = performance.now() + RETRY_AFTER_MS
      services.log.error('sync.compaction-failed', error, { room: document, sequence })
    }
  }
}
