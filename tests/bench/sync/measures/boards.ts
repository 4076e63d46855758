import type { Load } from '../load/load'
import { Subject, type SubjectName } from '../subjects/subjects'
import { middle, type Measure } from './measure'

const ROUNDS = 5
const CROWD = 60
const WITH_STORAGE = ['Tahto', 'Hocuspocus', 'y-websocket'] as const
/** Hocuspocus writes two seconds after the last edit, ten at most. */
const UNTIL_STORED_MS = 12_000
const PAIR_SECONDS = 4
/** The pair is under way when the board is asked for. */
const PAIR_AHEAD_MS = 1_500
const BOARD = 'bigboard01'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A large board, warm: for one who comes, and for sixty who come at once. */
export async function warmBoards(load: Load, notes: number): Promise<Measure[]> {
  const one: Measure['figures'] = {}
  const crowd: Measure['figures'] = {}
  for (const name of ['relay', ...WITH_STORAGE] as SubjectName[]) {
    const subject = await Subject.start(name)
    const place = { target: subject.target, room: BOARD }
    await load.do('fill', { ...place, notes })
    await pause(UNTIL_STORED_MS)
    one[name] = await middleOf(ROUNDS * 2, () => load.do('fresh', place))
    crowd[name] = await middleOf(ROUNDS, () => load.do('freshCrowd', { ...place, clients: CROWD }))
    await subject.end()
  }
  const size = notes.toLocaleString('en')
  return [
    { what: `fresh client gets a board of ${size}, warm`, unit: 'ms', goal: '≤ 1.0 ×', figures: one, ratio: true },
    { what: `${CROWD} fresh clients at once, ${size}: the last`, unit: 'ms', goal: '≤ 1.2 ×', figures: crowd, ratio: true },
  ]
}

/** A large board after a restart, and how long people in another document waited meanwhile. */
export async function coldBoards(load: Load, other: Load, notes: number): Promise<Measure[]> {
  const first: Measure['figures'] = {}
  const delay: Measure['figures'] = {}
  for (const name of WITH_STORAGE) {
    const subject = await Subject.start(name, { updatesPerSecond: 1e6, updateBurst: 1e6 })
    await load.do('fill', { target: subject.target, room: BOARD, notes })
    await pause(UNTIL_STORED_MS)
    const rounds = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await subject.stop()
      await subject.begin()
      rounds.push(await coldRound(load, other, subject))
    }
    await subject.end()
    first[name] = middle(rounds.map(({ arrived }) => arrived))
    delay[name] = middle(rounds.map(({ waited }) => waited))
  }
  const size = notes.toLocaleString('en')
  const small = notes <= 10_000
  return [
    { what: `board of ${size} after a restart, to the last byte`, unit: 'ms', goal: small ? '≤ 25 ms' : '≤ 100 ms', figures: first },
    { what: 'another document’s longest wait meanwhile', unit: 'ms', goal: small ? '≤ 15 ms' : '≤ 60 ms', figures: delay },
  ]
}

async function coldRound(load: Load, other: Load, subject: Subject) {
  const { target } = subject
  const pair = other.do('pair', { target, room: 'another001', seconds: PAIR_SECONDS })
  await pause(PAIR_AHEAD_MS)
  const arrived = await load.do('fresh', { target, room: BOARD })
  return { arrived, waited: (await pair).most }
}

async function middleOf(times: number, work: () => Promise<number>): Promise<number> {
  const figures = []
  for (let time = 0; time < times; time += 1) figures.push(await work())
  return middle(figures)
}
