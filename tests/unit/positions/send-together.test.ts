import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PositionAnswer, SentPosition } from '../../../app/positions/ask-positions'
import { mostTogether } from '../../../app/positions/model/answers'
import { sendTogether } from '../../../app/positions/send-together'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const accepting = (index: number, words = ''): SentPosition => ({ clause: `c${index}`, stance: 'accepts', words, wordingHash: 'a'.repeat(64) })

/** Sends all of them in one turn. Answers what each had, and how many went in each request. */
async function sent(positions: readonly SentPosition[], answer: (position: SentPosition) => PositionAnswer = () => ({ outcome: 'clause-gone' })) {
  const rows: number[] = []
  const send = sendTogether((row) => {
    rows.push(row.length)
    return Promise.resolve(row.map(answer))
  })
  const answers = Promise.all(positions.map(send))
  await vi.runAllTimersAsync()
  return { rows, answers: (await answers).map(({ outcome }) => outcome) }
}

it('positions on many clauses go in one request, and each has its own answer', async () => {
  const { rows, answers } = await sent([0, 1, 2].map((index) => accepting(index)), ({ clause }) => ({ outcome: clause === 'c1' ? 'refused' : 'clause-gone' }))
  expect(rows).toEqual([3])
  expect(answers).toEqual(['clause-gone', 'refused', 'clause-gone'])
})

it('more than the server takes together go in several', async () => {
  const { rows } = await sent(Array.from({ length: mostTogether + 5 }, (_, index) => accepting(index)))
  expect(rows).toEqual([mostTogether, 5])
  expect((await sent([0, 1, 2, 3, 4].map((index) => accepting(index, 'x'.repeat(5_000))))).rows).toEqual([3, 2])
})

it('what did not arrive is to be sent again, each by itself', async () => {
  const send = sendTogether(() => Promise.reject(new Error('No network')))
  const answers = Promise.all([0, 1].map((index) => send(accepting(index))))
  await vi.runAllTimersAsync()
  expect(await answers).toEqual([{ outcome: 'unreachable' }, { outcome: 'unreachable' }])
})
