import { figuresOf, type Figures } from '../../figures'
import { fillBoard, freshClient, freshCrowd } from './boards'
import { atRate, Crowd, pause } from './crowd'
import type { Target } from './dialects'
import { LoadClient } from './load-client'
import { eachEdit, isUpdate, Writer } from './marks'
import { processorSeconds } from './processor-time'

const AFTERGLOW_MS = 600
const staying: LoadClient[] = []

/** What the load generator can be asked to do. It runs in a process of its own, so that its work is not the server's. */
export const jobs = {
  /** Writers at a steady pace among many: how long until the others see it, and until it is confirmed. */
  async steady(options: Steady): Promise<SteadyResult> {
    const { target, pid, room, clients, writers, editsPerSecond, movesPerSecond, atOnce, warmUp, seconds } = options
    const crowd = await Crowd.gather(target, room, clients, writers)
    const write = (length: number) =>
      Promise.all([
        atRate(editsPerSecond, length, () => crowd.edit(), atOnce),
        atRate(movesPerSecond, length, (number) => crowd.move(number), atOnce),
      ])
    await write(warmUp)
    crowd.record()
    const before = processorSeconds(pid)
    await write(seconds)
    const processor = processorSeconds(pid) - before
    await pause(AFTERGLOW_MS)
    const { delays, moves, expected } = crowd.seen()
    crowd.leave()
    return { delays, moves, expected, receipts: figuresOf(crowd.receiptTimes), processor }
  },

  /** Everybody writes, so many edits a second together. */
  async flood({ target, room, clients, editsPerSecond, seconds }: Flood): Promise<FloodResult> {
    const crowd = await Crowd.gather(target, room, clients, clients, FLOOD_TIMED)
    await atRate(editsPerSecond, 0.5, () => crowd.edit())
    await pause(AFTERGLOW_MS)
    crowd.record()
    const started = performance.now()
    await atRate(editsPerSecond, seconds, () => crowd.edit())
    const took = (performance.now() - started) / 1000
    await pause(AFTERGLOW_MS)
    const { delays, expected, arrived } = crowd.seen()
    crowd.leave()
    return { p95: delays.p95, perSecond: arrived / took, complete: arrived / expected }
  },

  fill: ({ target, room, notes }: Board) => fillBoard(target, room, notes),
  fresh: ({ target, room }: Place) => freshClient(target, room, 0),
  freshCrowd: ({ target, room, clients }: Place & { clients: number }) => freshCrowd(target, room, clients),

  /** Opens a board and stays in it, until `leaveAll`. */
  async enter({ target, room }: Place): Promise<void> {
    staying.push(await LoadClient.join(target, room, staying.length))
    await pause(AFTERGLOW_MS)
  },

  leaveAll(): Promise<void> {
    for (const client of staying.splice(0)) client.leave()
    return Promise.resolve()
  },

  /** Two clients: the longest that one waited for the other's edit, a new one every few milliseconds. */
  async pair({ target, room, seconds }: Place & { seconds: number }): Promise<Figures> {
    const crowd = await Crowd.gather(target, room, 2, 1)
    await atRate(PAIR_EDITS_PER_SECOND, 0.3, () => crowd.edit())
    crowd.record()
    await atRate(PAIR_EDITS_PER_SECOND, seconds, () => crowd.edit())
    await pause(AFTERGLOW_MS)
    const { delays } = crowd.seen()
    crowd.leave()
    return delays
  },

  /** Some have stopped reading while much is written: who was cut off, and how the others fared. */
  async stall(options: Stall): Promise<StallResult> {
    const { target, room, clients, stalled, editsPerSecond, padding, seconds } = options
    const crowd = await Crowd.gather(target, room, clients, clients - stalled)
    const asleep = crowd.clients.slice(-stalled)
    for (const client of asleep) client.stall()
    crowd.record()
    await atRate(editsPerSecond, seconds, () => crowd.edit(padding))
    await pause(AFTERGLOW_MS)
    const { delays } = crowd.seen()
    for (const client of asleep) client.wakeUp()
    await pause(1_500)
    const codes = asleep.map(({ closed }) => closed ?? 0)
    crowd.leave()
    return { codes, healthy: delays }
  },

  /** Edits of one client; resolves as soon as all are confirmed, or after a while. Says how many were. */
  async confirmed({ target, room, edits }: Place & { edits: number }): Promise<number> {
    const client = await LoadClient.join(target, room, 0)
    const writer = new Writer(edits)
    for (let number = 0; number < edits; number += 1) client.send(writer.edit(number))
    const deadline = performance.now() + 3_000
    while (client.receipts < edits && performance.now() < deadline) await pause(1)
    return client.receipts
  },

  /** Which of those edits are there now. */
  async present({ target, room }: Place): Promise<number> {
    const found = new Set<number>()
    const client = await LoadClient.join(target, room, 0, (fresh) => {
      fresh.onMessage = (bytes, start, end) => {
        if (isUpdate(bytes, start)) eachEdit(bytes, start, end, (number) => found.add(number))
      }
    })
    await pause(1_000)
    client.leave()
    return found.size
  },
}

const PAIR_EDITS_PER_SECOND = 300
const FLOOD_TIMED = 5

interface Place {
  target: Target
  room: string
}

type Board = Place & { notes: number }
type Flood = Place & { clients: number; editsPerSecond: number; seconds: number }

interface Steady extends Flood {
  /** The server's process. */
  pid: number
  writers: number
  movesPerSecond: number
  /** How many write in the same instant. */
  atOnce: number
  warmUp: number
}

interface SteadyResult {
  /** Milliseconds until an edit was seen. */
  delays: Figures
  /** Milliseconds until it was confirmed; empty where the server does not confirm. */
  receipts: Figures
  moves: number
  expected: number
  /** Processor seconds of the server meanwhile. */
  processor: number
}

interface FloodResult {
  p95: number
  /** Edits that were seen by somebody, a second. */
  perSecond: number
  /** 1 where every edit was seen by everybody. */
  complete: number
}

interface Stall extends Flood {
  stalled: number
  padding: number
}

interface StallResult {
  /** The close code of each; 0: still open. */
  codes: number[]
  healthy: Figures
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs
