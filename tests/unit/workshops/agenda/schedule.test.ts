import { describe, expect, test } from 'vitest'
import { fitOf, hoursAndMinutes, scheduleOf } from '../../../../app/workshops/agenda/schedule'

const at = (clock: string) => new Date(`2026-11-18T${clock}:00+02:00`)
const lengths = (...minutes: (number | null)[]) => minutes.map((one) => ({ minutes: one }))

describe('the clocks of an agenda', () => {
  test('follow one another from the workshop’s beginning', () => {
    expect(scheduleOf(lengths(15, 60, 30), at('09:00'))).toEqual([
      { startsAt: at('09:00'), endsAt: at('09:15') },
      { startsAt: at('09:15'), endsAt: at('10:15') },
      { startsAt: at('10:15'), endsAt: at('10:45') },
    ])
  })

  test('are unknown after a step that has no length', () => {
    expect(scheduleOf(lengths(15, null, 30), at('09:00'))).toEqual([
      { startsAt: at('09:00'), endsAt: at('09:15') },
      { startsAt: at('09:15'), endsAt: null },
      { startsAt: null, endsAt: null },
    ])
  })

  test('go over the night in which the clocks are changed', () => {
    const [, second] = scheduleOf(lengths(60, 60), new Date('2026-10-25T02:30:00+03:00'))
    expect(second?.startsAt).toEqual(new Date('2026-10-25T03:30:00+03:00'))
  })

  test('are none without steps', () => {
    expect(scheduleOf([], at('09:00'))).toEqual([])
  })
})

describe('an agenda against the workshop’s time', () => {
  const day = { startsAt: at('09:00'), endsAt: at('12:00') }

  test('leaves time, fills it exactly, or is too long', () => {
    expect(fitOf(lengths(60, 90), day)).toEqual({ minutes: 150, withoutLength: 0, minutesLeft: 30 })
    expect(fitOf(lengths(90, 90), day).minutesLeft).toBe(0)
    expect(fitOf(lengths(90, 110), day).minutesLeft).toBe(-20)
  })

  test('cannot be told where a step has no length, unless it is too long already', () => {
    expect(fitOf(lengths(60, null), day)).toEqual({ minutes: 60, withoutLength: 1, minutesLeft: null })
    expect(fitOf(lengths(200, null), day).minutesLeft).toBe(-20)
  })

  test('cannot be told where the workshop has no end', () => {
    expect(fitOf(lengths(60), { startsAt: at('09:00'), endsAt: null }).minutesLeft).toBeNull()
  })
})

test('a length is said in hours and minutes', () => {
  expect(hoursAndMinutes(135)).toEqual({ hours: 2, minutes: 15 })
  expect(hoursAndMinutes(45)).toEqual({ hours: 0, minutes: 45 })
})
