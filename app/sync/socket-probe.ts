const firstWait = 10_000
const longestWait = 5 * 60_000

export interface ProbeOptions {
  /** Opens a WebSocket and tells once whether the server was heard on it. Answers how to give it up. */
  knock(told: (heard: boolean) => void): () => void
  /** WebSockets get through. */
  found(): void
  /** Between 0 and 1. */
  random(): number
}

/** Tries now and then whether WebSockets get through, ever more seldom, while one is connected over HTTP. */
export class SocketProbe {
  private wait = firstWait
  private timer: ReturnType<typeof setTimeout> | undefined
  private giveUp: (() => void) | undefined

  constructor(private readonly options: ProbeOptions) {}

  /** Goes on where it is under way already. */
  start(): void {
    if (this.timer !== undefined || this.giveUp) return
    // A hundred browsers behind one firewall do not knock in the same instant.
    this.timer = setTimeout(() => this.knock(), this.wait * (1 + this.options.random() / 4))
  }

  /** The network may have changed: often again, and at once where it has been started. */
  hurry(): void {
    this.wait = firstWait
    if (this.timer !== undefined) this.knock()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.giveUp?.()
    this.giveUp = undefined
  }

  private knock(): void {
    this.stop()
    this.giveUp = this.options.knock((heard) => {
      this.stop()
      if (heard) {
        this.wait = firstWait
        this.options.found()
        return
      }
      this.wait = Math.min(this.wait * 2, longestWait)
      this.start()
    })
  }
}
