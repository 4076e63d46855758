import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockFor, leftMs, paused, resumed, withMinutes, type StepClock } from '../../../app/workshops/model/step-clock'

const minute = 60_000

describe('the time of a step', () => {
  test('runs down from its length, and on below zero when it is over', () => {
    const clock = clockFor(10, 1000)
    expect(leftMs(clock, 1000)).toBe(10 * minute)
    expect(leftMs(clock, 1000 + 4 * minute)).toBe(6 * minute)
    expect(leftMs(clock, 1000 + 12 * minute)).toBe(-2 * minute)
  })

  test('has no end where the step has no length', () => {
    expect(leftMs(clockFor(null, 0), 99 * minute)).toBeNull()
  })

  test('stands while it is paused, and goes on with what was left', () => {
    const standing = paused(clockFor(10, 0), 3 * minute)
    expect(leftMs(standing, 60 * minute)).toBe(7 * minute)
    expect(leftMs(resumed(standing, 60 * minute), 61 * minute)).toBe(6 * minute)
  })

  test('gets minutes more on top of what is left, also while it is paused', () => {
    expect(leftMs(withMinutes(clockFor(10, 0), 5, 4 * minute), 4 * minute)).toBe(11 * minute)
    expect(leftMs(withMinutes(paused(clockFor(10, 0), 4 * minute), 5, 0), 0)).toBe(11 * minute)
  })

  test('over time, five minutes more are five minutes from now', () => {
    expect(leftMs(withMinutes(clockFor(10, 0), 5, 13 * minute), 13 * minute)).toBe(5 * minute)
  })

  test('a minute less never goes below zero, and makes no end where there is none', () => {
    expect(leftMs(withMinutes(clockFor(10, 0), -1, 9.5 * minute), 9.5 * minute)).toBe(0)
    const over = clockFor(10, 0)
    expect(withMinutes(over, -1, 11 * minute)).toBe(over)
    const open: StepClock = { kind: 'open' }
    expect(withMinutes(open, -1, 0)).toBe(open)
  })

  test('a step without an end gets one by adding time', () => {
    expect(leftMs(withMinutes({ kind: 'open' }, 5, 2 * minute), 3 * minute)).toBe(4 * minute)
  })

  test('whatever is done to it, what is left stays within a day', () => {
    const act = fc.record({ what: fc.constantFrom('pause', 'resume', 'more', 'less'), after: fc.nat(30 * 86_400_000) })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let now = 0
        let clock: StepClock = clockFor(480, now)
        for (const { what, after } of acts) {
          now += after
          if (what === 'pause') clock = paused(clock, now)
          else if (what === 'resume') clock = resumed(clock, now)
          else clock = withMinutes(clock, what === 'more' ? 5 : -1, now)
          expect(Math.abs(leftMs(clock, now) ?? 0)).toBeLessThanOrEqual(86_400_000)
        }
      }),
    )
  })
})
