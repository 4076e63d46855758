import type { Log } from '../../app/load-context'
import type { SyncMetrics } from './sync-metrics'

/** So many lines of one kind are written in a minute; a flood must not fill the disk with its own story. */
const LINES_A_MINUTE = 20
const MINUTE_MS = 60_000

interface Kind {
  lines: number
  unwritten: number
}

/** One line for each who is refused or closed for what they sent; of many alike, how many there were. SPEC R34. */
export class RefusalLog {
  private readonly kinds = new Map<string, Kind>()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly log: Pick<Log, 'warn'>,
    private readonly metrics: Pick<SyncMetrics, 'refused'>,
  ) {
    this.timer = setInterval(() => this.tellRest(), MINUTE_MS)
    this.timer.unref()
  }

  /** `reason` is one word of a short list: it tells the kinds apart. */
  note(event: string, reason: string, fields: Record<string, unknown> = {}): void {
    this.metrics.refused(event, reason)
    const key = `${event} ${reason}`
    const kind = this.kinds.get(key) ?? { lines: 0, unwritten: 0 }
    this.kinds.set(key, kind)
    if (kind.lines < LINES_A_MINUTE) {
      kind.lines += 1
      this.log.warn(event, { reason, ...fields })
    } else kind.unwritten += 1
  }

  close(): void {
    clearInterval(this.timer)
    this.tellRest()
  }

  private tellRest(): void {
    for (const [key, { unwritten }] of this.kinds) {
      const [event = '', reason = ''] = key.split(' ')
      if (unwritten > 0) this.log.warn(event, { reason, more: unwritten })
    }
    this.kinds.clear()
  }
}
