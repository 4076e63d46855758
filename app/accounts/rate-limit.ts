/** How many attempts may come at once, and how soon one more may follow. */
export interface RateLimit {
  attempts: number
  /** Milliseconds until a spent attempt comes back. */
  refillMilliseconds: number
}

export interface RateLimiter {
  /** Takes one attempt of `key`, or so many. False when fewer are left: nothing is then taken. */
  take(key: string, count?: number): boolean
  /** For an attempt that turned out to be a good one. */
  giveBack(key: string): void
  /** Whether an attempt is left, without taking it. */
  allows(key: string): boolean
  /** Whole seconds until `take` can succeed; 0 when it can now. */
  secondsToWait(key: string, count?: number): number
}

interface Bucket {
  left: number
  countedAt: number
}

// An attacker with many addresses must not fill the memory: past this many keys the oldest go first.
const mostKeys = 50_000

/**
 * A token bucket for each key, in memory. `now` gives milliseconds since the epoch; a clock that is set
 * back is taken as standing still.
 */
export function createRateLimiter(limit: RateLimit, now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>()

  const refilled = (key: string): Bucket => {
    const bucket = buckets.get(key)
    const time = now()
    if (!bucket) return { left: limit.attempts, countedAt: time }
    const passed = Math.max(0, time - bucket.countedAt)
    return {
      left: Math.min(limit.attempts, bucket.left + passed / limit.refillMilliseconds),
      countedAt: Math.max(time, bucket.countedAt),
    }
  }

  const keep = (key: string, bucket: Bucket) => {
    buckets.delete(key)
    if (bucket.left >= limit.attempts) return
    buckets.set(key, bucket)
    const oldest = buckets.size > mostKeys ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
  }

  return {
    take(key, count = 1) {
      const bucket = refilled(key)
      if (bucket.left < count) return false
      keep(key, { ...bucket, left: bucket.left - count })
      return true
    },
    giveBack(key) {
      const bucket = refilled(key)
      keep(key, { ...bucket, left: bucket.left + 1 })
    },
    allows: (key) => refilled(key).left >= 1,
    secondsToWait(key, count = 1) {
      const missing = count - refilled(key).left
      return missing <= 0 ? 0 : Math.ceil((missing * limit.refillMilliseconds) / 1000)
    },
  }
}

/**
 * What counts as one caller: an IPv4 address, or the /64 that one IPv6 subscriber is given, since a
 * subscriber chooses the rest freely.
 */
export function callerKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
