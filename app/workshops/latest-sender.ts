/** What became of one value that was sent. `refused`: sending it again is of no use. */
export type SendOutcome = 'taken' | 'refused' | 'unreachable'

/**
 * - `taken`: the server has the last value · `sending`: it is on its way
 * - `waiting`: it did not arrive, and is sent again by itself · `refused`: the server will not have it
 */
export type SendState = 'taken' | 'sending' | 'waiting' | 'refused'

const waits = [1_000, 2_000, 4_000, 8_000, 15_000] as const

/**
 * Sends a value that replaces itself, such as a whole ballot: the last one given is the one that counts, one at a time,
 * and again until the server has it. What was given while one was on its way goes after it.
 */
export class LatestSender<Value> {
  state: SendState = 'taken'
  private next: { value: Value } | undefined
  private busy = false
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private closed = false

  constructor(
    private readonly send: (value: Value) => Promise<SendOutcome>,
    private readonly changed: (state: SendState) => void,
  ) {}

  give(value: Value): void {
    this.next = { value }
    this.failures = 0
    void this.run()
  }

  /** Now rather than when its turn comes: the network is back. */
  retry(): void {
    if (this.state === 'waiting') void this.run()
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
  }

  private async run(): Promise<void> {
    if (this.busy || this.closed || !this.next) return
    clearTimeout(this.timer)
    const sent = this.next
    this.busy = true
    this.tell('sending')
    const outcome = await this.send(sent.value).catch(() => 'unreachable' as const)
    this.busy = false
    if (this.closed) return
    if (this.next !== sent) return this.run()
    this.settle(outcome)
  }

  private settle(outcome: SendOutcome): void {
    if (outcome === 'unreachable') {
      const wait = waits[Math.min(this.failures, waits.length - 1)]
      this.failures += 1
      this.timer = setTimeout(() => void this.run(), wait)
      this.tell('waiting')
      return
    }
    this.next = undefined
    this.failures = 0
    this.tell(outcome)
  }

  private tell(state: SendState): void {
    if (state === this.state) return
    this.state = state
    this.changed(state)
  }
}

/** Posts a form to this page's own server. What the server is too busy for, or cannot be asked, is tried again. */
export async function postForm(address: string, fields: Record<string, string>): Promise<SendOutcome> {
  const body = new URLSearchParams(fields)
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  if (!answer || answer.status === 429 || answer.status >= 500) return 'unreachable'
  return answer.ok ? 'taken' : 'refused'
}
