import { describe, expect, test } from 'vitest'
import { sayPeriod, wallClock, wallDate, wallMoment } from '../../../app/workshops/wall-time'

describe('times are those of clocks on the wall in Finland', () => {
  test.each([
    ['2026-11-18', '09:00', '2026-11-18T07:00:00.000Z', 'winter'],
    ['2026-06-18', '09:00', '2026-06-18T06:00:00.000Z', 'summer'],
    ['2026-03-29', '01:30', '2026-03-28T23:30:00.000Z', 'just before the spring change'],
    ['2026-03-29', '04:30', '2026-03-29T01:30:00.000Z', 'just after the spring change'],
    ['2026-10-25', '02:30', '2026-10-24T23:30:00.000Z', 'before the autumn change'],
    ['2026-10-25', '03:30', '2026-10-25T00:30:00.000Z', 'the hour that comes twice: the first'],
    ['2026-10-25', '04:30', '2026-10-25T02:30:00.000Z', 'after the autumn change'],
  ])('%s %s is %s (%s)', (date, clock, moment) => {
    const read = wallMoment(date, clock)
    expect(read?.toISOString()).toBe(moment)
    expect(read && [wallDate(read), wallClock(read)]).toEqual([date, clock])
  })

  test('the hour that spring leaves out is the next one', () => {
    expect(wallMoment('2026-03-29', '03:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })

  test.each([
    ['', '09:00'],
    ['2026-02-30', '09:00'],
    ['2026-11-18', '25:00'],
    ['2026-11-18', ''],
    ['18.11.2026', '09:00'],
  ])('%j %j is no time', (date, clock) => expect(wallMoment(date, clock)).toBeNull())

  test('a period within a day names the day once', () => {
    const [start, end] = [new Date('2026-11-18T07:00:00Z'), new Date('2026-11-18T13:00:00Z')]
    expect(sayPeriod(start, end, 'fi')).toEqual({ day: 'ke 18.11.2026', start: '9.00', end: '15.00' })
  })
})
