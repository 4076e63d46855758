import { describe, expect, test } from 'vitest'
import { moved, movedOffRemoved, notBegun, type Move, type Standing } from '../../../app/workshops/model/run'
import { leftMs } from '../../../app/workshops/model/step-clock'

const agenda = [
  { id: 'write', minutes: 10 },
  { id: 'vote', minutes: null },
  { id: 'break', minutes: 15 },
]

const minute = 60_000

/** Where a workshop stands after these moves, a minute between each. */
function after(...moves: (Move | Move['move'])[]): Standing {
  return moves.reduce<Standing>(
    (standing, move, index) =>
      moved(standing, typeof move === 'string' ? ({ move } as Move) : move, agenda, index * minute),
    notBegun,
  )
}

describe('a workshop', () => {
  test('begins with the first step and its time', () => {
    const standing = after('start')
    expect(standing).toMatchObject({ stage: 'running', stepId: 'write' })
    expect(leftMs(standing.clock, 0)).toBe(10 * minute)
  })

  test('cannot begin without an agenda', () => {
    expect(moved(notBegun, { move: 'start' }, [], 0)).toBe(notBegun)
  })

  test('goes on step by step and back, each with its own time from the beginning', () => {
    expect(after('start', 'next').stepId).toBe('vote')
    expect(after('start', 'next').clock).toEqual({ kind: 'open' })
    const back = after('start', 'next', 'back')
    expect(back.stepId).toBe('write')
    expect(leftMs(back.clock, 2 * minute)).toBe(10 * minute)
  })

  test('stays where it is past its ends', () => {
    const last = after('start', 'next', 'next')
    expect(moved(last, { move: 'next' }, agenda, 0)).toBe(last)
    const first = after('start')
    expect(moved(first, { move: 'back' }, agenda, 0)).toBe(first)
  })

  test('can go to any step of the agenda, and to none that is not in it', () => {
    expect(after('start', { move: 'go', stepId: 'break' }).stepId).toBe('break')
    const first = after('start')
    expect(moved(first, { move: 'go', stepId: 'gone' }, agenda, 0)).toBe(first)
    expect(moved(first, { move: 'go', stepId: 'write' }, agenda, 0)).toBe(first)
  })

  test('ends, and after that nothing moves it but opening it again, at the step it ended in and without an end', () => {
    const ended = after('start', 'next', 'end')
    expect(ended).toEqual({ stage: 'closed', stepId: null, clock: { kind: 'open' } })
    for (const move of ['start', 'next', 'back', 'pause', 'resume', 'end'] as const) {
      expect(moved(ended, { move }, agenda, 0)).toBe(ended)
    }
    expect(moved(ended, { move: 'reopen', lastStepId: 'vote' }, agenda, 0)).toEqual({
      stage: 'running',
      stepId: 'vote',
      clock: { kind: 'open' },
    })
    expect(moved(ended, { move: 'reopen', lastStepId: 'gone' }, agenda, 0).stepId).toBe('break')
  })

  test('a second start, pause or resume means nothing', () => {
    for (const moves of [['start'], ['start', 'pause']] as const) {
      const standing = after(...moves)
      expect(moved(standing, { move: moves[moves.length - 1] ?? 'start' }, agenda, 0)).toBe(standing)
    }
    const running = after('start')
    expect(moved(running, { move: 'resume' }, agenda, 0)).toBe(running)
  })
})

describe('when the step that runs is removed', () => {
  const left = [
    { id: 'write', minutes: 10, order: 0 },
    { id: 'break', minutes: 15, order: 2 },
  ]

  test('the workshop goes on with the one after it, from its beginning', () => {
    const standing = movedOffRemoved(after('start', 'next'), { id: 'vote', order: 1 }, left, 0)
    expect(standing).toEqual({ stage: 'running', stepId: 'break', clock: { kind: 'running', endsAt: 15 * minute } })
  })

  test('after the last one, with the one before it', () => {
    const standing = movedOffRemoved(after('start', 'next', 'next'), { id: 'break', order: 2 }, left.slice(0, 1), 0)
    expect(standing.stepId).toBe('write')
  })

  test('without any left it stands between steps, still running', () => {
    expect(movedOffRemoved(after('start'), { id: 'write', order: 0 }, [], 0)).toEqual({
      stage: 'running',
      stepId: null,
      clock: { kind: 'open' },
    })
  })

  test('another step being removed changes nothing', () => {
    const standing = after('start')
    expect(movedOffRemoved(standing, { id: 'vote', order: 1 }, left, 0)).toBe(standing)
  })
})
