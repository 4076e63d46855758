import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SentAnswer } from '../../../../app/workshops/votes/ask-ballot'
import { createBallotSaver, type Saving } from '../../../../app/workshops/votes/ballot-saver'
import type { Dots } from '../../../../app/workshops/votes/ballot'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A saver whose server answers when it is told to. */
function saverWithServer() {
  const sent: Dots[] = []
  const states: Saving[] = []
  const answers: SentAnswer[] = []
  const waiting: ((answer: SentAnswer) => void)[] = []
  const saver = createBallotSaver({
    send: (dots) => {
      sent.push(dots)
      return new Promise((resolve) => waiting.push(resolve))
    },
    onSaving: (saving) => states.push(saving),
    onAnswer: (answer) => answers.push(answer),
  })
  const answer = async (said: SentAnswer) => {
    waiting.shift()?.(said)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { saver, sent, states, answers, answer }
}

const savedAs = (dots: Record<string, number>): SentAnswer => ({ outcome: 'saved', dots, cameBack: 0 })

describe('dots on their way to the server', () => {
  test('are called saved only when the server has them', async () => {
    const { saver, states, answer } = saverWithServer()
    saver.save({ a: 1 })
    expect(states.at(-1)).toBe('saving')
    await answer(savedAs({ a: 1 }))
    expect(states.at(-1)).toBe('saved')
  })

  test('that change while others are on their way are sent after them, the last ones last', async () => {
    const { saver, sent, answers, answer } = saverWithServer()
    saver.save({ a: 1 })
    saver.save({ a: 2 })
    saver.save({ b: 1 })
    expect(sent).toEqual([{ a: 1 }])
    await answer(savedAs({ a: 1 }))
    expect(sent).toEqual([{ a: 1 }, { b: 1 }])
    expect(answers).toEqual([])
    await answer(savedAs({ b: 1 }))
    expect(answers).toEqual([savedAs({ b: 1 })])
  })

  test('are sent again until the server can be reached, and it is told meanwhile', async () => {
    const { saver, sent, states, answer } = saverWithServer()
    saver.save({ a: 1 })
    await answer({ outcome: 'unreachable' })
    expect(states.at(-1)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([{ a: 1 }, { a: 1 }])
    await answer(savedAs({ a: 1 }))
    expect(states.at(-1)).toBe('saved')
  })

  test('that come too quickly wait, and are not lost', async () => {
    const { saver, sent, states, answer } = saverWithServer()
    saver.save({ a: 1 })
    await answer({ outcome: 'refused', reason: 'too-fast' })
    expect(states.at(-1)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toHaveLength(2)
  })

  test('that the server refuses are not sent again', async () => {
    const { saver, sent, answers, answer } = saverWithServer()
    saver.save({ a: 1 })
    await answer({ outcome: 'refused', reason: 'closed' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(1)
    expect(answers).toEqual([{ outcome: 'refused', reason: 'closed' }])
  })

  test('of a page that was left are sent no more', async () => {
    const { saver, sent, answer } = saverWithServer()
    saver.save({ a: 1 })
    saver.close()
    await answer({ outcome: 'unreachable' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(1)
  })
})
