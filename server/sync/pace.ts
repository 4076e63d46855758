import type { Limits } from './limits'
import { TokenBucket } from './token-bucket'

/** What one socket may send in a time. SPEC R13. Milliseconds are monotonic. */
export class Pace {
  private readonly updates: TokenBucket
  private readonly awareness: TokenBucket
  private readonly bytes: TokenBucket
  private tooFastSince: number | undefined

  constructor(
    private readonly limits: Limits,
    now: number,
  ) {
    this.updates = new TokenBucket(limits.updatesPerSecond, limits.updateBurst, now)
    this.awareness = new TokenBucket(limits.awarenessPerSecond, limits.awarenessBurst, now)
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now)
  }

  /** Counts a message that was read, awareness aside. Returns for how long nothing more should be read. */
  received(bytes: number, isUpdate: boolean, now: number): number {
    const wait = Math.max(this.bytes.charge(bytes, now), isUpdate ? this.updates.charge(1, now) : 0)
    if (wait > 0) this.tooFastSince ??= now
    else if (this.updates.isHalfFull(now) && this.bytes.isHalfFull(now)) this.tooFastSince = undefined
    return wait
  }

  /** Whether one more state of one's own, or question for all, is taken; those beyond are dropped. */
  awarenessAllowed(now: number): boolean {
    return this.awareness.take(1, now)
  }

  isTooFastForLong(now: number): boolean {
    return this.tooFastSince !== undefined && now - this.tooFastSince > this.limits.tooFastFor
  }
}
