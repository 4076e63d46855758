import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LatestSender, type SendOutcome, type SendState } from '../../../app/workshops/latest-sender'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A server that answers when it is told to. */
function sending() {
  const sent: string[] = []
  const states: SendState[] = []
  const answers: ((outcome: SendOutcome) => void)[] = []
  const sender = new LatestSender<string>(
    (value) => {
      sent.push(value)
      return new Promise((resolve) => answers.push(resolve))
    },
    (state) => states.push(state),
  )
  const answer = async (outcome: SendOutcome) => {
    answers.shift()?.(outcome)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { sender, sent, states, answer }
}

describe('a vote or a hand on its way to the server', () => {
  test('is said to be saved only when the server has taken it', async () => {
    const { sender, states, answer } = sending()
    sender.give('kaksi ääntä')
    expect(states).toEqual(['sending'])
    await answer('taken')
    expect(states).toEqual(['sending', 'taken'])
  })

  test('gives way to what was chosen meanwhile: the last choice is the one that counts', async () => {
    const { sender, sent, states, answer } = sending()
    sender.give('yksi')
    sender.give('kaksi')
    sender.give('kolme')
    await answer('taken')
    expect(sent).toEqual(['yksi', 'kolme'])
    expect(states).toEqual(['sending'])
    await answer('taken')
    expect(sender.state).toBe('taken')
  })

  test('is sent again by itself until it arrives', async () => {
    const { sender, sent, answer } = sending()
    sender.give('ääni')
    await answer('unreachable')
    expect(sender.state).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    await answer('unreachable')
    await vi.advanceTimersByTimeAsync(2_000)
    await answer('taken')
    expect(sent).toHaveLength(3)
    expect(sender.state).toBe('taken')
  })

  test('goes at once when the network is back', async () => {
    const { sender, sent, answer } = sending()
    sender.give('ääni')
    await answer('unreachable')
    sender.retry()
    expect(sent).toHaveLength(2)
    await answer('taken')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(2)
  })

  test('is not sent again where the server will not have it', async () => {
    const { sender, sent, answer } = sending()
    sender.give('liian myöhään')
    await answer('refused')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(sender.state).toBe('refused')
  })
})
