import type { Load } from '../load/load'
import { Subject, subjectNames, type SubjectName } from '../subjects/subjects'
import { middle, type Measure } from './measure'

const ROUNDS = 2
const WARM_UP_SECONDS = 8
const SECONDS = 6
const WRITERS = 10
const EDITS_PER_SECOND = 10 * WRITERS
const MOVES_PER_SECOND = 20 * WRITERS

/** How the ten write: each at a moment of their own, or all in the same instant, as when something is asked of all. */
export const manners = { 'out of step': 1, 'in step': WRITERS } as const
export type Manner = keyof typeof manners

/** Ten people who write and point, among a hundred or two hundred: what they cost, and how soon it is seen. */
export async function steady(load: Load, clients: number, manner: Manner): Promise<Measure[]> {
  const seen = noFigures()
  const processor = noFigures()
  const receipts = noFigures()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of subjectNames) {
      const subject = await Subject.start(name)
      const { delays, receipts: confirmed, processor: seconds } = await load.do('steady', {
        target: subject.target,
        pid: subject.pid,
        room: 'board0001',
        clients,
        writers: WRITERS,
        editsPerSecond: EDITS_PER_SECOND,
        movesPerSecond: MOVES_PER_SECOND,
        atOnce: manners[manner],
        warmUp: WARM_UP_SECONDS,
        seconds: SECONDS,
      })
      await subject.end()
      seen[name].push(delays.p95)
      // The same is asked of all: so many edits and moves to everybody else.
      const asked = (EDITS_PER_SECOND + MOVES_PER_SECOND) * SECONDS * (clients - 1)
      processor[name].push((seconds / asked) * 100_000)
      if (confirmed.count > 0) receipts[name].push(confirmed.p95)
    }
  }
  const each = (figures: Record<SubjectName, number[]>) =>
    Object.fromEntries(subjectNames.map((name) => [name, middle(figures[name])]))
  const who = `${clients} clients, ten write ${manner}`
  return [
    { what: `edit seen, p95, ${who}`, unit: 'ms', goal: clients > 100 ? '≤ 0.8 ×' : '≤ 1.0 ×', figures: each(seen), ratio: true },
    {
      what: `processor per 100,000 deliveries asked for, ${who}`,
      unit: 's',
      goal: clients > 100 ? '≤ 0.7 ×' : '–',
      figures: each(processor),
      ratio: true,
    },
    { what: `receipt, p95, ${who}`, unit: 'ms', goal: clients > 100 ? '–' : '≤ 10 ms', figures: each(receipts) },
  ]
}

function noFigures(): Record<SubjectName, number[]> {
  return { relay: [], 'coalescing relay': [], Tahto: [], Hocuspocus: [], 'y-websocket': [] }
}
