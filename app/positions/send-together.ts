import type { PositionAnswer, SentPosition } from './ask-positions'
import { mostTogether } from './model/answers'

/** Of what is sent in one request, in characters: far below what the server reads at once. */
const mostLetters = 20_000

interface Waiting {
  position: SentPosition
  answer(said: PositionAnswer): void
}

/**
 * Sends positions one by one as whoever calls sees it, and those that are given in one turn of the event loop, as when
 * all remaining clauses are accepted, in one request.
 */
export function sendTogether(
  send: (positions: readonly SentPosition[]) => Promise<PositionAnswer[]>,
): (position: SentPosition) => Promise<PositionAnswer> {
  let waiting: Waiting[] = []
  const sendRow = async (row: readonly Waiting[]) => {
    const answers = await send(row.map(({ position }) => position)).catch((): PositionAnswer[] => [])
    row.forEach(({ answer }, index) => answer(answers[index] ?? { outcome: 'unreachable' }))
  }
  const sendAll = () => {
    const all = waiting
    waiting = []
    for (const row of rowsOf(all)) void sendRow(row)
  }
  return (position) =>
    new Promise((answer) => {
      if (waiting.length === 0) setTimeout(sendAll, 0)
      waiting.push({ position, answer })
    })
}

function rowsOf(all: readonly Waiting[]): Waiting[][] {
  const rows: Waiting[][] = []
  let letters = 0
  for (const one of all) {
    const own = JSON.stringify(one.position).length
    const row = rows.at(-1)
    if (row && row.length < mostTogether && letters + own <= mostLetters) {
      row.push(one)
      letters += own
    } else {
      rows.push([one])
      letters = own
    }
  }
  return rows
}
