import * as Y from 'yjs'
import { contentRoot } from '../../../../app/document/layout'
import { message, type Target } from './dialects'
import { LoadClient } from './load-client'
import { pause } from './crowd'

const SYNC = 0
const UPDATE = 2
const NOTES_AN_UPDATE = 2_500
const END_MARK = '@END@'
const endMark = Buffer.from(END_MARK)
const DEADLINE_MS = 60_000

/** Notes of the size that people write, in the form in which a board keeps them, as updates of 2,500 each. */
export function* boardUpdates(notes: number): Generator<Uint8Array> {
  const doc = new Y.Doc()
  let update: Uint8Array = new Uint8Array()
  doc.on('update', (made: Uint8Array) => {
    update = made
  })
  const items = new Y.Map<Y.Map<unknown>>()
  contentRoot(doc).set('items', items)
  yield update
  for (let first = 0; first < notes; first += NOTES_AN_UPDATE) {
    doc.transact(() => {
      for (let index = first; index < Math.min(notes, first + NOTES_AN_UPDATE); index += 1) {
        items.set(`note${String(index).padStart(6, '0')}`, note(index, index === notes - 1))
      }
    })
    yield update
  }
}

function note(index: number, last: boolean): Y.Map<unknown> {
  const text = last ? END_MARK : `Asiakas ohjataan yhdestä paikasta ${index}`
  return new Y.Map<unknown>([
    ['type', 'note'],
    ['x', (index % 200) * 220],
    ['y', Math.floor(index / 200) * 160],
    ['colour', 'yellow'],
    ['text', text],
  ])
}

/** Fills a room, and waits until another client has been sent all of it. Resolves with the bytes sent. */
export async function fillBoard(target: Target, room: string, notes: number): Promise<number> {
  const client = await LoadClient.join(target, room, 0)
  let bytes = 0
  for (const update of boardUpdates(notes)) {
    client.send(message(SYNC, UPDATE, update))
    bytes += update.byteLength
    await pause(5)
  }
  await freshClient(target, room, 1)
  client.leave()
  return bytes
}

/** Milliseconds from connecting until the last of the board is here. The client stays, or leaves. */
export async function freshClient(target: Target, room: string, index: number): Promise<number> {
  const started = performance.now()
  let arrived: number | undefined
  const client = await LoadClient.join(target, room, index, (fresh) => {
    fresh.onMessage = (bytes, start, end) => {
      if (arrived === undefined && endsBoard(bytes, start, end)) arrived = performance.now()
    }
  })
  while (arrived === undefined) {
    if (client.closed !== undefined || performance.now() - started > DEADLINE_MS) {
      throw new Error(`The board did not come: closed with ${client.closed ?? 'nothing'}`)
    }
    await pause(1)
  }
  client.leave()
  return arrived - started
}

/** Milliseconds until each of `clients` that come at once has all of it: the last one's. */
export async function freshCrowd(target: Target, room: string, clients: number): Promise<number> {
  const each = await Promise.all(Array.from({ length: clients }, (_, index) => freshClient(target, room, index)))
  return Math.max(...each)
}

function endsBoard(bytes: Buffer, start: number, end: number): boolean {
  const at = bytes.indexOf(endMark, start)
  return at >= 0 && at < end
}
