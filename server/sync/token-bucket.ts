/** So many a second with a burst. Time is monotonic milliseconds, given by the caller. */
export class TokenBucket {
  private tokens: number
  private at: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.tokens = burst
    this.at = now
  }

  /** Takes them if they are there. */
  take(count: number, now: number): boolean {
    this.refill(now)
    if (this.tokens < count) return false
    this.tokens -= count
    return true
  }

  /** Takes them in any case. */
  charge(count: number, now: number): void {
    this.refill(now)
    this.tokens -= count
  }

  /** For how many milliseconds it is in debt. */
  debt(now: number): number {
    this.refill(now)
    return this.tokens >= 0 ? 0 : (-this.tokens / this.perSecond) * 1000
  }

  isHalfFull(now: number): boolean {
    this.refill(now)
    return this.tokens >= this.burst / 2
  }

  isFull(now: number): boolean {
    this.refill(now)
    return this.tokens >= this.burst
  }

  private refill(now: number): void {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond)
    this.at = now
  }
}
