import { describe, expect, test } from 'vitest'
import { announcementOf, type Announcement, type Moment } from '../../../../app/workshops/taking-part/announcements'
import { timeLeft } from '../../../../app/workshops/taking-part/time-left'

const second = 1_000
const minute = 60 * second

/** A participant's page that looks at its own clock each second; the facilitator may change what stands meanwhile. */
function listen(start: Partial<Moment> & { leftMs: number | null }) {
  let moment: Moment = { stage: 'running', stepId: 'kirjoita', paused: false, ...start }
  let before: Moment | undefined
  const heard: Announcement[] = []
  const look = () => {
    const announcement = announcementOf(before, moment)
    before = moment
    if (announcement) heard.push(announcement)
  }
  look()
  return {
    heard,
    pass: (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += second) {
        if (moment.leftMs !== null && !moment.paused) moment = { ...moment, leftMs: moment.leftMs - second }
        look()
      }
    },
    /** The computer sleeps: nothing is looked at meanwhile. */
    sleep: (milliseconds: number) => {
      if (moment.leftMs !== null) moment = { ...moment, leftMs: moment.leftMs - milliseconds }
      look()
    },
    change: (change: Partial<Moment>) => {
      moment = { ...moment, ...change }
      look()
    },
  }
}

describe('what is read out to participants', () => {
  test('a step of ten minutes is told at its start, at five minutes, at one and at its end, and never in between', () => {
    const page = listen({ leftMs: 10 * minute })
    page.pass(12 * minute)
    expect(page.heard).toEqual([
      { kind: 'step', minutes: 10 },
      { kind: 'left', minutes: 5 },
      { kind: 'left', minutes: 1 },
      { kind: 'over' },
    ])
  })

  test('a step of three minutes is not told to have five left', () => {
    const page = listen({ leftMs: 3 * minute })
    page.pass(4 * minute)
    expect(page.heard).toEqual([{ kind: 'step', minutes: 3 }, { kind: 'left', minutes: 1 }, { kind: 'over' }])
  })

  test('whoever comes late is told where the others are', () => {
    expect(listen({ leftMs: 90 * second }).heard).toEqual([{ kind: 'step', minutes: 2 }])
    expect(listen({ leftMs: -minute }).heard).toEqual([{ kind: 'step', minutes: null }])
  })

  test('a step without an end is told once', () => {
    const page = listen({ leftMs: null })
    page.pass(20 * minute)
    expect(page.heard).toEqual([{ kind: 'step', minutes: null }])
  })

  test('the next step is told at once, also in the middle of the time before', () => {
    const page = listen({ leftMs: 10 * minute })
    page.pass(minute)
    page.change({ stepId: 'äänestä', leftMs: 4 * minute })
    expect(page.heard.at(-1)).toEqual({ kind: 'step', minutes: 4 })
  })

  test('added time is told, and five minutes and one come again', () => {
    const page = listen({ leftMs: 2 * minute })
    page.pass(90 * second)
    page.change({ leftMs: 6 * minute })
    page.pass(6 * minute)
    expect(page.heard).toEqual([
      { kind: 'step', minutes: 2 },
      { kind: 'left', minutes: 1 },
      { kind: 'more-time', minutes: 6 },
      { kind: 'left', minutes: 5 },
      { kind: 'left', minutes: 1 },
      { kind: 'over' },
    ])
  })

  test('a pause is told, and nothing passes in it', () => {
    const page = listen({ leftMs: 6 * minute })
    page.change({ paused: true })
    page.pass(30 * minute)
    page.change({ paused: false })
    expect(page.heard).toEqual([
      { kind: 'step', minutes: 6 },
      { kind: 'paused' },
      { kind: 'goes-on', minutes: 6 },
    ])
  })

  test('a computer that slept past both hears how much is left now, once', () => {
    const page = listen({ leftMs: 10 * minute })
    page.sleep(9.5 * minute)
    expect(page.heard.slice(1)).toEqual([{ kind: 'left', minutes: 1 }])
  })

  test('a correction of a few seconds by the server is not taken for added time', () => {
    const page = listen({ leftMs: 8 * minute })
    page.change({ leftMs: 8 * minute + 3 * second })
    expect(page.heard).toHaveLength(1)
  })

  test('the end of the workshop is told to those who were there, and waiting is silent', () => {
    const page = listen({ leftMs: 5 * minute })
    page.change({ stage: 'closed', stepId: null, leftMs: null })
    expect(page.heard.at(-1)).toEqual({ kind: 'closed' })
    expect(listen({ stage: 'planned', stepId: null, leftMs: null }).heard).toEqual([])
    expect(listen({ stage: 'closed', stepId: null, leftMs: null }).heard).toEqual([])
  })
})

describe('the time on the bar', () => {
  test('is said in begun minutes, and below one not by the second', () => {
    expect(timeLeft(10 * minute, false)).toEqual({ kind: 'minutes', minutes: 10, paused: false })
    expect(timeLeft(9 * minute + 20 * second, false)).toEqual({ kind: 'minutes', minutes: 10, paused: false })
    expect(timeLeft(59 * second, false)).toEqual({ kind: 'under-one', paused: false })
    expect(timeLeft(20 * second, true)).toEqual({ kind: 'under-one', paused: true })
  })

  test('is full when it is over, and open where the step has no end', () => {
    expect(timeLeft(0, false)).toEqual({ kind: 'over' })
    expect(timeLeft(-5 * minute, false)).toEqual({ kind: 'over' })
    expect(timeLeft(null, false)).toEqual({ kind: 'open' })
  })
})
