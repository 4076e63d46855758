import type { Limits } from './limits'
import { TokenBucket } from './token-bucket'

export type PacedMessage = 'update' | 'awareness' | 'other'

/**
 * A byte of awareness counts as so little: a stock client sends on whatever it hears of everybody, and reading past
 * it is cheap. 400 kB of it at once, again and again, delayed everybody by 60 ms when it counted nothing.
 */
const AWARENESS_SHARE = 1 / 8

/** What one socket may send in a time. SPEC R13. Milliseconds are monotonic. */
export class Pace {
  private readonly updates: TokenBucket
  private readonly awareness: TokenBucket
  private readonly bytes: TokenBucket
  private readonly messages: TokenBucket
  private tooFastSince: number | undefined

  constructor(
    private readonly limits: Limits,
    now: number,
  ) {
    this.updates = new TokenBucket(limits.updatesPerSecond, limits.updateBurst, now)
    this.awareness = new TokenBucket(limits.awarenessPerSecond, limits.awarenessBurst, now)
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now)
    this.messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, now)
  }

  /** Counts a message that was read. Returns for how long nothing more should be read. */
  received(bytes: number, kind: PacedMessage, now: number): number {
    this.messages.charge(1, now)
    this.bytes.charge(kind === 'awareness' ? bytes * AWARENESS_SHARE : bytes, now)
    if (kind === 'update') this.updates.charge(1, now)
    const wait = this.debt(now)
    if (wait > 0) this.tooFastSince ??= now
    else if ([this.messages, this.updates, this.bytes].every((bucket) => bucket.isHalfFull(now))) {
      this.tooFastSince = undefined
    }
    return wait
  }

  /** For how many milliseconds nothing more should be read. */
  debt(now: number): number {
    return Math.max(this.messages.debt(now), this.bytes.debt(now), this.updates.debt(now))
  }

  /** Whether one more state of one's own, or question for all, is taken; those beyond are dropped. */
  awarenessAllowed(now: number): boolean {
    return this.awareness.take(1, now)
  }

  isTooFastForLong(now: number): boolean {
    return this.tooFastSince !== undefined && now - this.tooFastSince > this.limits.tooFastFor
  }
}
