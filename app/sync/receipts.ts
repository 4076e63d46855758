/**
 * Counts one's own edits against the server's receipts, of which there is one for each message that carries edits,
 * in order (server/sync/SPEC.md, P10 and P11). Knows nothing of sockets, so that it can be proven by itself.
 */
export class Receipts {
  private edits = 0
  private onDisk = 0
  private awaited: { covers: number; whole: boolean }[] = []
  private wholeOnDisk = false
  private broken = false

  /** One's own edit, or one that a former page left behind on this device. */
  edited(): void {
    this.edits += 1
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
      this.broken = true
      if (message.whole) this.wholeOnDisk = false
    } else if (message.whole) {
      this.broken = false
      this.wholeOnDisk = true
      this.onDisk = Math.max(this.onDisk, message.covers)
    } else if (!this.broken) {
      this.onDisk = Math.max(this.onDisk, message.covers)
    }
  }

  /** A message was too large to be sent at all. */
  withheld(): void {
    this.broken = true
  }

  /** Nothing carries over: the next whole message holds what is missing. */
  connectionLost(): void {
    this.awaited = []
    this.wholeOnDisk = false
    this.broken = false
  }

  /** The server has on disk all that this device had when they last met. */
  get met(): boolean {
    return this.wholeOnDisk && !this.broken
  }

  /** Every edit made here is on the server's disk. */
  get allOnDisk(): boolean {
    return this.onDisk >= this.edits
  }

  /** An edit was refused, and nothing sent since has mended it. */
  get refused(): boolean {
    return this.broken
  }
}
