import { figuresOf, type Figures } from '../../figures'
import type { Target } from './dialects'
import { LoadClient } from './load-client'
import { eachEdit, EditCounter, eachMove, isAwareness, isUpdate, Writer } from './marks'

const QUIET_MS = 300

/** Many clients in one room, and what they see of each other's edits. */
export class Crowd {
  readonly clients: LoadClient[] = []
  readonly receiptTimes: number[] = []
  private readonly writers: { client: LoadClient; writer: Writer; unconfirmed: number[] }[] = []
  private readonly sentAt: number[] = []
  private readonly delays: number[] = []
  private readonly counters: EditCounter[] = []
  private movesSeen = 0
  private recording = false
  private firstRecorded = 0

  /**
   * Joins `size` clients of which `writers` write and the first `timed` note when they see what; the others only count,
   * because noting half a million arrivals a second would itself be what is measured.
   */
  static async gather(target: Target, room: string, size: number, writers: number, timed = size): Promise<Crowd> {
    const crowd = new Crowd()
    for (let index = 0; index < size; index += 1) {
      const watch = index < timed ? (fresh: LoadClient) => crowd.watch(fresh) : (fresh: LoadClient) => crowd.count(fresh)
      const client = await LoadClient.join(target, room, index, watch)
      crowd.clients.push(client)
      if (index < writers) crowd.addWriter(client)
    }
    await pause(QUIET_MS)
    return crowd
  }

  /** One edit by the writer whose turn it is. */
  edit(padding = 0): void {
    const number = this.sentAt.length
    const turn = this.writers[number % this.writers.length]
    if (!turn) return
    const now = performance.now()
    this.sentAt.push(now)
    turn.unconfirmed.push(now)
    turn.client.send(turn.writer.edit(number, padding))
  }

  move(number: number): void {
    const turn = this.writers[number % this.writers.length]
    turn?.client.send(turn.writer.move(number))
  }

  record(): void {
    this.recording = true
    this.firstRecorded = this.sentAt.length
    this.delays.length = 0
    this.receiptTimes.length = 0
    this.movesSeen = 0
    for (const counter of this.counters) counter.count = 0
  }

  /** How long it took until each edit since `record` was seen by each of the others, in milliseconds. */
  seen(): { delays: Figures; moves: number; expected: number; arrived: number } {
    const edits = this.sentAt.length - this.firstRecorded
    const expected = edits * (this.clients.length - 1)
    const arrived = this.counters.reduce((sum, { count }) => sum + count, this.delays.length)
    return { delays: figuresOf(this.delays), moves: this.movesSeen, expected, arrived }
  }

  leave(): void {
    for (const client of this.clients) client.leave()
  }

  private addWriter(client: LoadClient): void {
    const unconfirmed: number[] = []
    this.writers.push({ client, writer: new Writer(), unconfirmed })
    client.onReceipt = () => {
      const sent = unconfirmed.shift()
      if (sent !== undefined && this.recording) this.receiptTimes.push(performance.now() - sent)
    }
  }

  private count(client: LoadClient): void {
    const counter = new EditCounter()
    this.counters.push(counter)
    client.onBytes = (chunk) => counter.push(chunk)
  }

  private watch(client: LoadClient): void {
    const editSeen = (number: number) => {
      const sent = this.sentAt[number]
      if (this.recording && sent !== undefined && number >= this.firstRecorded) {
        this.delays.push(performance.now() - sent)
      }
    }
    const moveSeen = () => {
      this.movesSeen += 1
    }
    client.onMessage = (bytes, start, end) => {
      if (isUpdate(bytes, start)) eachEdit(bytes, start, end, editSeen)
      else if (isAwareness(bytes, start)) eachMove(bytes, start, end, moveSeen)
    }
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Calls `act` so often a second, `atOnce` times in a row and then evenly, until `seconds` are over. */
export async function atRate(
  perSecond: number,
  seconds: number,
  act: (number: number) => void,
  atOnce = 1,
): Promise<void> {
  const started = performance.now()
  const total = Math.round(perSecond * seconds)
  let done = 0
  while (done < total) {
    const rounds = Math.floor(((performance.now() - started) / 1000) * (perSecond / atOnce)) + 1
    const due = Math.min(total, rounds * atOnce)
    while (done < due) {
      act(done)
      done += 1
    }
    await pause(1)
  }
}
