import { rmSync } from 'node:fs'
import * as Y from 'yjs'
import { loadKind } from '../../app/artefacts/registry'
import { contentRoot } from '../../app/document/layout'
import { newId } from '../../app/lib/id'
import { forkServer, killForked, type ForkedServer } from '../support/sync/forked-server'
import { closeClients, stockClient, type StockClient } from '../support/sync/stock-client'
import { figuresOf, type Figures } from './figures'

const NOTES = 300
const EDITS = 400
const CROWD = 60
const CROWD_EDITS = 600

interface Measured {
  what: string
  figures: Figures
}

/**
 * How long it takes until an edit on a board of 300 notes is seen by the others, and until its receipt says that it
 * is on disk. Unchanged y-websocket clients, the server in a process of its own with the log on disk.
 */
export async function benchLiveEdit(): Promise<Measured[]> {
  const server = await forkServer({ limits: { socketsPerParticipant: 200 } })
  try {
    return [...(await two(server)), ...(await crowd(server))]
  } finally {
    closeClients()
    server.process.kill('SIGTERM')
    await server.ended
    killForked()
    rmSync(server.dataDirectory, { recursive: true, force: true })
  }
}

async function two(server: ForkedServer): Promise<Measured[]> {
  const writer = await boardClient(server, 'artefact/benchtwo')
  await fill(writer)
  const reader = await boardClient(server, 'artefact/benchtwo')
  const { seen, saved } = await measure(writer, [reader], EDITS, 10)
  return [
    { what: 'two clients: edit seen by the other', figures: figuresOf(seen) },
    { what: 'two clients: edit saved (receipt)', figures: figuresOf(saved) },
  ]
}

async function crowd(server: ForkedServer): Promise<Measured[]> {
  const room = 'artefact/benchcrowd'
  const writer = await boardClient(server, room)
  await fill(writer)
  const started = performance.now()
  const others = await Promise.all(Array.from({ length: CROWD - 1 }, () => boardClient(server, room)))
  const joined = performance.now() - started
  const { seen, saved } = await measure(writer, others, CROWD_EDITS, 10, others)
  return [
    { what: `${CROWD} clients: all have joined`, figures: figuresOf([joined]) },
    { what: `${CROWD} clients, ~100 edits/s: edit seen by each other`, figures: figuresOf(seen) },
    { what: `${CROWD} clients, ~100 edits/s: edit saved (receipt)`, figures: figuresOf(saved) },
  ]
}

async function boardClient(server: ForkedServer, room: string): Promise<StockClient> {
  const client = stockClient(server, { room })
  await client.synced()
  return client
}

async function fill(client: StockClient): Promise<void> {
  const board = await loadKind('cooperation-model')
  const items = Array.from({ length: NOTES }, (_, index) => ({
    type: 'note',
    id: newId(),
    x: (index % 20) * 220,
    y: Math.floor(index / 20) * 160,
    width: 200,
    height: 140,
    order: `a${String(index).padStart(4, '0')}`,
    text: 'Asiakas ohjataan yhdestä paikasta, ja tieto kulkee hänen mukanaan kunnasta toiseen.',
    colour: 'yellow',
  }))
  const content = board.content.parse({ items, connectors: [] })
  const before = client.receipts.length
  client.doc.transact(() => board.seed(contentRoot(client.doc), content))
  await until(() => client.receipts.length > before)
}

/** Moves notes, one each `every` milliseconds in the mean; by `alsoWrites` in turn, where there are more writers. */
async function measure(
  writer: StockClient,
  readers: StockClient[],
  edits: number,
  every: number,
  alsoWrites: StockClient[] = [],
) {
  const sentAt = new Map<number, number>()
  const seen: number[] = []
  const saved: number[] = []
  for (const reader of readers) {
    contentRoot(reader.doc).observeDeep((events, { local }) => {
      if (local) return
      const now = performance.now()
      for (const { target } of events) {
        const sent = target instanceof Y.Map ? sentAt.get(Number(target.get('x'))) : undefined
        if (sent !== undefined) seen.push(now - sent)
      }
    })
  }
  const receiptsBefore = writer.receipts.length
  const ownSentAt: number[] = []
  const noteReceipts = () => {
    const now = performance.now()
    while (saved.length < writer.receipts.length - receiptsBefore) saved.push(now - (ownSentAt[saved.length] ?? now))
  }
  writer.provider.messageHandlers[8] = (_encoder, decoder) => {
    writer.receipts.push(decoder.arr[decoder.pos] ?? 0)
    noteReceipts()
  }
  const writers = [writer, ...alsoWrites]
  let others = 0
  for (let edit = 0; edit < edits; edit += 1) {
    const by = writers[edit % writers.length] ?? writer
    const notes = contentRoot(by.doc).get('items')
    const ids = notes instanceof Y.Map ? [...notes.keys()] : []
    const note = notes instanceof Y.Map ? notes.get(ids[(edit * 7) % ids.length] ?? '') : undefined
    if (!(note instanceof Y.Map)) throw new Error('The board is not there')
    const x = edit + 0.5
    sentAt.set(x, performance.now())
    if (by === writer) ownSentAt.push(performance.now())
    else others += 1
    note.set('x', x)
    await new Promise((resolve) => setTimeout(resolve, every * (0.5 + Math.random())))
  }
  const expected = (edits - others) * readers.length + others * (readers.length - 1)
  await until(() => seen.length >= expected && saved.length >= ownSentAt.length)
  return { seen, saved }
}

async function until(done: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!done()) {
    if (performance.now() > deadline) throw new Error('The benchmark waited for something that did not come')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
