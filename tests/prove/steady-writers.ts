import * as Y from 'yjs'
import type { ForkedServer } from '../support/sync/forked-server'
import { RawClient, updateSetting } from '../support/sync/raw-client'

const ROOMS = 5
/** About 12 edits a second each: faster than anybody types. */
const WRITE_EVERY = 80

interface Writer {
  client: RawClient
  room: string
  doc: Y.Doc
  sent: { key: string; at: number }[]
  /** How many of those had a receipt when it was last looked. */
  answered: number
}

/** People who go on writing, and what they were told. */
export class SteadyWriters {
  private waits: number[] = []
  private readonly timer: NodeJS.Timeout
  private readonly looking: NodeJS.Timeout

  private constructor(private readonly writers: Writer[]) {
    let turn = 0
    // Spread over time, as people are.
    this.timer = setInterval(() => {
      const writer = writers[turn % writers.length]
      if (writer) write(writer, turn)
      turn += 1
    }, WRITE_EVERY / writers.length)
    this.looking = setInterval(() => this.look(), 1)
  }

  static async start(server: ForkedServer, writers: number): Promise<SteadyWriters> {
    const started = await Promise.all(
      Array.from({ length: writers }, async (_, index): Promise<Writer> => {
        const room = `artefact/steady00${index % ROOMS}`
        const client = await new RawClient(server, { room, person: index % 2 ? 'Aino' : 'Eino' }).sync()
        return { client, room, doc: new Y.Doc(), sent: [], answered: 0 }
      }),
    )
    return new SteadyWriters(started)
  }

  /** Milliseconds from sending to receipt, of each that has come since this was asked last. */
  takeWaits(): number[] {
    const { waits } = this
    this.waits = []
    return waits
  }

  /** By room: what has been called saved until now. */
  saved(): Map<string, string[]> {
    const saved = new Map<string, string[]>()
    for (const { client, room, sent } of this.writers) {
      const keys = sent.filter((_, index) => client.receipts[index] === 1).map(({ key }) => key)
      saved.set(room, [...(saved.get(room) ?? []), ...keys])
    }
    return saved
  }

  /** How each would come back: with its epoch, and with the last position it was told. */
  memories(): { room: string; query: string }[] {
    return this.writers.flatMap(({ client, room }) => {
      const epoch = String(client.notices.find(({ kind }) => kind === 'epoch')?.epoch)
      const position = String(client.notices.findLast(({ kind }) => kind === 'position')?.position)
      return [`?epoch=${epoch}`, `?since=${position}`, `?seen=${position}`].map((query) => ({ room, query }))
    })
  }

  /** Nobody writes any more; resolves when all has been answered. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    for (const { client, sent } of this.writers) {
      await client.until(({ receipts }) => receipts.length >= sent.length, 'the last receipts')
    }
    clearInterval(this.looking)
  }

  private look(): void {
    const now = performance.now()
    for (const writer of this.writers) {
      const { client, sent } = writer
      for (; writer.answered < client.receipts.length; writer.answered += 1) {
        this.waits.push(now - (sent[writer.answered]?.at ?? now))
      }
    }
  }
}

function write({ client, doc, sent }: Writer, turn: number): void {
  const key = `${turn}`
  sent.push({ key, at: performance.now() })
  client.sendUpdate(updateSetting({ [key]: key }, doc))
}

/** The value below which so many of a hundred lie; 0 of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}
