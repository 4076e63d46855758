import type * as Y from 'yjs'
import { z } from 'zod'
import { addRecord, changeRecord, readRecords, record } from '../../../../document/records'
import { boardBoxes, memberBox, overlaps } from '../boxes'
import { boardItemSchema, connectorSchema, frameOf, isFrame, siblingsKey, type BoardItem } from '../content'
import { connectorShape, itemShape, readItems } from '../document'
import { deleteThings } from './deleting'
import { placesBelow, placesInFrame, sized } from './layout'
import { orderAtEnd } from './orders'
import { makeRoom } from './room'

/** Something that is kept off the board, with what has to be known to put it back as it was. */
const takenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), item: boardItemSchema, members: z.array(z.string()) }),
  z.object({ kind: z.literal('connector'), connector: connectorSchema }),
])

export type Taken = z.infer<typeof takenSchema>

/** Takes items off the board together with their connectors. Answers what is gone, items first. */
export function takeOff(root: Y.Map<unknown>, ids: readonly string[]): Taken[] {
  const wanted = new Set(ids)
  const all = readItems(root)
  const items = all.filter(({ id }) => wanted.has(id))
  const connectors = readRecords(root, 'connectors', connectorShape).filter(
    ({ id, from, to }) => wanted.has(id) || wanted.has(from) || wanted.has(to),
  )
  deleteThings(root, [...items, ...connectors].map(({ id }) => id))
  return [
    ...items.map((item): Taken => ({ kind: 'item', item, members: membersOf(all, item) })),
    ...connectors.map((connector): Taken => ({ kind: 'connector', connector })),
  ]
}

/**
 * Puts back what was taken off, where it stood; beside what has come there since. Answers the ids of what is back: what
 * nobody took off, what is there already and connectors with an end that is gone are passed over.
 */
export function putBack(root: Y.Map<unknown>, things: readonly unknown[]): string[] {
  const taken = things.flatMap((thing) => takenSchema.safeParse(thing).data ?? [])
  const back: string[] = []
  // Frames come before what stands in them.
  const isFirst = (thing: Taken) => thing.kind === 'item' && isFrame(thing.item)
  for (const thing of [...taken.filter(isFirst), ...taken.filter((other) => !isFirst(other))]) {
    if (thing.kind === 'item') {
      if (record(root, 'items', thing.item.id)) continue
      putItemBack(root, thing.item, thing.members)
      back.push(thing.item.id)
    } else if (canConnect(root, thing.connector)) {
      addRecord(root, 'connectors', connectorShape, thing.connector)
      back.push(thing.connector.id)
    }
  }
  return back
}

function putItemBack(root: Y.Map<unknown>, item: BoardItem, members: readonly string[]): void {
  const items = readItems(root)
  const known = new Set(items.map(({ id }) => id))
  if (isFrame(item)) {
    addRecord(root, 'items', itemShape, item)
    for (const other of items) {
      if (isFrame(other) || !members.includes(other.id) || other.frame !== undefined) continue
      changeRecord(root, 'items', itemShape, other.id, { frame: item.id, order: orderAtEnd(items, item.id) })
    }
    return
  }
  const { frame: frameId, ...rest } = item
  const isThere = frameId === undefined || known.has(frameId)
  const placed = isThere ? item : { ...rest, order: orderAtEnd(items, siblingsKey(rest)) }
  addRecord(root, 'items', itemShape, { ...placed, ...freeSpotFor(root, items, placed) })
}

/** Where it stood, unless something of its own layer has come there. */
function freeSpotFor(root: Y.Map<unknown>, items: readonly BoardItem[], item: Exclude<BoardItem, { type: 'frame' }>) {
  const boxes = boardBoxes(items)
  const box = memberBox(item)
  const isTaken = items.some((other) => !isFrame(other) && overlaps(boxes.get(other.id) ?? other, box))
  if (!isTaken) return { x: item.x, y: item.y }
  const frame = items.filter(isFrame).find(({ id }) => id === item.frame)
  const things = [sized(item, box)]
  const { spots, around } = frame ? placesInFrame(items, frame, things) : placesBelow(items, things)
  if (frame && around) makeRoom(root, frame.id, around)
  return spots[0] ?? { x: item.x, y: item.y }
}

const membersOf = (items: readonly BoardItem[], frame: BoardItem): string[] =>
  isFrame(frame) ? items.flatMap((item) => (frameOf(item) === frame.id ? [item.id] : [])) : []

const canConnect = (root: Y.Map<unknown>, { id, from, to }: { id: string; from: string; to: string }): boolean =>
  !record(root, 'connectors', id) && record(root, 'items', from) !== undefined && record(root, 'items', to) !== undefined
