import { describe, expect, test } from 'vitest'
import { callerKey, createRateLimiter } from '../../../app/accounts/rate-limit'

function limiterWithClock(attempts: number, refillMilliseconds: number) {
  const clock = { now: 1_000_000 }
  return { clock, limiter: createRateLimiter({ attempts, refillMilliseconds }, () => clock.now) }
}

describe('a limit on attempts', () => {
  test('allows so many at once and then no more', () => {
    const { limiter } = limiterWithClock(3, 1000)
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([true, true, true, false])
  })

  test('one caller being stopped does not stop another', () => {
    const { limiter } = limiterWithClock(1, 1000)
    limiter.take('a')
    expect(limiter.take('a')).toBe(false)
    expect(limiter.take('b')).toBe(true)
  })

  test('says how long to wait, and waiting so long is enough', () => {
    const { limiter, clock } = limiterWithClock(2, 20_000)
    limiter.take('a')
    limiter.take('a')
    expect(limiter.secondsToWait('a')).toBe(20)
    clock.now += 19_999
    expect(limiter.take('a')).toBe(false)
    clock.now += 1
    expect(limiter.take('a')).toBe(true)
  })

  test('an attempt that was a good one is given back', () => {
    const { limiter } = limiterWithClock(1, 1000)
    limiter.take('a')
    limiter.giveBack('a')
    expect(limiter.allows('a')).toBe(true)
  })

  test('a clock set back gives nothing away and locks nobody out', () => {
    const { limiter, clock } = limiterWithClock(1, 1000)
    limiter.take('a')
    clock.now -= 86_400_000
    expect(limiter.take('a')).toBe(false)
    clock.now += 86_400_000 + 1000
    expect(limiter.take('a')).toBe(true)
  })
})

describe('who counts as one caller', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:db8:1:2:bbbb::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is %s', (address, caller) => expect(callerKey(address)).toBe(caller))
})
