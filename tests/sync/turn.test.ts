import { expect, test } from 'vitest'
import { noticeMessage } from '../../server/sync/messages'
import { Turn } from '../../server/sync/turn'

const messages = Array.from({ length: 6 }, (_, index) =>
  noticeMessage({ kind: 'document-full', bytes: index, limit: 10 ** index }),
)

/** What arrives, whatever pieces it came in. */
function arriving(pieces: readonly Uint8Array[]): Buffer {
  return Buffer.concat(pieces)
}

test.each([
  ['nothing', []],
  ['the first', [0]],
  ['the last', [5]],
  ['some in a row', [2, 3]],
  ['some here and there', [0, 2, 5]],
  ['everything', [0, 1, 2, 3, 4, 5]],
])('what a room sends in one turn reaches everybody whole and in order, but for %s', (_name, left) => {
  const turn = new Turn(messages, undefined)
  const expected = messages.filter((_, index) => !left.includes(index))

  expect(turn.messagesBut(left)).toEqual(expected)
  expect(arriving(turn.framesBut(left))).toEqual(arriving(expected.map(({ frame }) => frame)))
})

test('who is where comes last, and goes out in the same piece', () => {
  const [states, ...updates] = messages
  const turn = new Turn(updates, states)

  expect(turn.messages.at(-1)).toBe(states)
  expect(turn.framesBut([])).toHaveLength(1)
  expect(arriving(turn.framesBut([turn.messages.length - 1]))).toEqual(arriving(updates.map(({ frame }) => frame)))
})
