import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'

/** How often the loop is looked at; what it reports contains this much waiting. */
const RESOLUTION_MS = 10
const WINDOW_MS = 30_000

/** How long the event loop made others wait, over the last half minute to minute. */
export class EventLoopDelay {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  private readonly timer: NodeJS.Timeout
  private before = 0

  constructor(window = WINDOW_MS) {
    this.histogram.enable()
    this.timer = setInterval(() => {
      this.before = this.now()
      this.histogram.reset()
    }, window)
    this.timer.unref()
  }

  /** Milliseconds that 99 of 100 turns stayed below, in the worse of this window and the one before. */
  p99(): number {
    return Math.max(this.before, this.now())
  }

  close(): void {
    clearInterval(this.timer)
    this.histogram.disable()
  }

  private now(): number {
    const nanoseconds = this.histogram.count > 0 ? this.histogram.percentile(99) : 0
    return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  }
}
