const gatheredFor = 250

/**
 * Counts one's own edits against the server's receipts, of which there is one for each message that carries edits,
 * in order (server/sync/SPEC.md, P10 and P11). Knows nothing of sockets, so that it can be proven by itself.
 */
export class Receipts {
  private edits = 0
  private onDisk = 0
  private awaited: { covers: number; whole: boolean }[] = []
  private wholeOnDisk = false
  /** The latest edit that was not taken: only a whole message that holds it mends that. */
  private refusedEdit: number | undefined
  /** Edits without a receipt, gathered by the time at which they were made, earliest first. */
  private waiting: { upTo: number; since: number }[] = []

  /** `now`: monotonic milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** One's own edit, or one that a former page left behind on this device. */
  edited(): void {
    this.edits += 1
    const latest = this.waiting.at(-1)
    if (latest && this.now() - latest.since < gatheredFor) latest.upTo = this.edits
    else this.waiting.push({ upTo: this.edits, since: this.now() })
  }

  /** A message with edits has left: `whole` answers the server's question for all that it lacks. */
  sent(whole: boolean): void {
    this.awaited.push({ covers: this.edits, whole })
  }

  /** The answer to the earliest message that has none. */
  received(stored: boolean): void {
    const message = this.awaited.shift()
    if (!message) return
    if (!stored) {
      this.refusedEdit = Math.max(this.refusedEdit ?? 0, message.covers)
      if (message.whole) this.wholeOnDisk = false
      return
    }
    if (message.whole) {
      this.wholeOnDisk = true
      if (message.covers >= (this.refusedEdit ?? 0)) this.refusedEdit = undefined
    }
    if (message.whole || !this.refused) this.onDisk = Math.max(this.onDisk, message.covers)
    this.waiting = this.waiting.filter(({ upTo }) => upTo > this.onDisk)
  }

  /** Since when the earliest edit without a receipt has waited, in monotonic milliseconds. */
  get waitingSince(): number | undefined {
    return this.waiting[0]?.since
  }

  /** A message was too large to be sent at all. */
  withheld(): void {
    this.refusedEdit = this.edits
  }

  /** Nothing carries over: the next whole message holds what is missing. */
  connectionLost(): void {
    this.awaited = []
    this.wholeOnDisk = false
    this.refusedEdit = undefined
  }

  /** The server has on disk all that this device had when they last met. */
  get met(): boolean {
    return this.wholeOnDisk && !this.refused
  }

  /** Every edit made here is on the server's disk. */
  get allOnDisk(): boolean {
    return this.onDisk >= this.edits
  }

  /** An edit was refused, and nothing sent since has mended it. */
  get refused(): boolean {
    return this.refusedEdit !== undefined
  }
}
