import type * as Y from 'yjs'
import { orderAt, orderBetween } from '../../../../document/order'
import { changeRecord } from '../../../../document/records'
import { boardBoxes, centreOf, contains, openFrames, type Point } from '../boxes'
import { frameOf, siblingsKey, isFrame, type BoardItem, type Frame, type Member } from '../content'
import { itemShape, readItems, readPlaces } from '../document'
import { mendCoordinate } from '../mend'
import { frameAt } from './items'
import { placesBelow, placesInFrame, sized } from './layout'
import { ordersAtEnd } from './orders'
import { makeRoom } from './room'

/** Everything that moves when `ids` move: themselves, and what stands in the frames among them. */
export function movedTogether(items: readonly BoardItem[], ids: Iterable<string>): Set<string> {
  const moved = new Set(ids)
  const frames = new Set(items.filter((item) => isFrame(item) && moved.has(item.id)).map(({ id }) => id))
  if (frames.size === 0) return moved
  for (const item of items) if (frames.has(frameOf(item) ?? '')) moved.add(item.id)
  return moved
}

/**
 * Moves items by a distance. Frames take along what is in them; anything else joins the frame that its middle comes to
 * stand in, and leaves its own when it is carried out of it.
 */
export function moveItems(root: Y.Map<unknown>, ids: readonly string[], by: Point): void {
  const before = readPlaces(root)
  const carried = movedTogether(before, ids)
  const items = before.map((item) => (carried.has(item.id) ? shifted(item, by) : item))
  const boxes = openFrames(items)
  const orderIn = ordersAtEnd(items)
  for (const [index, item] of items.entries()) {
    if (item === before[index]) continue
    changeRecord(root, 'items', itemShape, item.id, { x: item.x, y: item.y })
    // What its frame carried stays in it, wherever inside it stands.
    if (isFrame(item) || carried.has(item.frame ?? '')) continue
    const frame = frameAt(items, boxes, centreOf(item))?.id
    if (frame === item.frame) continue
    changeRecord(root, 'items', itemShape, item.id, { frame, order: orderIn(frame) })
  }
}

/**
 * Puts items into a frame, or out of every frame, in the order given, and to free places there when they do not already
 * stand in it: in even rows when they are many.
 */
export function putInFrame(root: Y.Map<unknown>, ids: readonly string[], frameId: string | undefined): void {
  const items = readItems(root)
  const frame = items.filter(isFrame).find(({ id }) => id === frameId)
  if (frameId !== undefined && !frame) return
  const boxes = boardBoxes(items)
  const known = new Map(items.map((item) => [item.id, item]))
  const chosen = [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
  const moving = chosen.filter((item): item is Member => !isFrame(item) && item.frame !== frameId)
  const carried = moving.filter((item) => !standsThere(items, item, frame))
  const things = carried.map((item) => sized(item, boxes.get(item.id)))
  const { spots, around } = frame ? placesInFrame(items, frame, things) : placesBelow(items, things)
  if (frame && around) makeRoom(root, frame.id, around)
  const spotOf = new Map(carried.map(({ id }, index) => [id, spots[index]]))
  const orderIn = ordersAtEnd(items)
  for (const item of moving) {
    changeRecord(root, 'items', itemShape, item.id, { ...spotOf.get(item.id), frame: frameId, order: orderIn(frameId) })
  }
}

/** Whether an item's middle is in the frame already; without a frame, whether it is in none. */
function standsThere(items: readonly BoardItem[], item: Member, frame: Frame | undefined): boolean {
  const boxes = boardBoxes(items)
  const middle = centreOf(boxes.get(item.id) ?? item)
  return frame ? contains(boxes.get(frame.id) ?? frame, middle) : frameAt(items, boxes, middle) === undefined
}

/** Moves an item one place up or down among its siblings in the outline. Answers whether there was a place to go to. */
export function moveInOutline(root: Y.Map<unknown>, id: string, direction: 'up' | 'down'): boolean {
  const items = readPlaces(root)
  const item = items.find((candidate) => candidate.id === id)
  if (!item) return false
  const siblings = items.filter((other) => siblingsKey(other) === siblingsKey(item))
  const place = siblings.indexOf(item) + (direction === 'up' ? -1 : 1)
  if (place < 0 || place >= siblings.length) return false
  const rest = siblings.filter((sibling) => sibling !== item)
  if (rest[place - 1]?.order === rest[place]?.order) spreadOrders(root, rest, item, place)
  else changeRecord(root, 'items', itemShape, id, { order: orderAt(rest, place) })
  return true
}

/** Two siblings that were added at once have equal keys, with nothing between them: then all are written anew. */
function spreadOrders(root: Y.Map<unknown>, rest: readonly BoardItem[], item: BoardItem, place: number): void {
  let order: string | undefined
  for (const sibling of [...rest.slice(0, place), item, ...rest.slice(place)]) {
    order = orderBetween(order, undefined)
    changeRecord(root, 'items', itemShape, sibling.id, { order })
  }
}

function shifted(item: BoardItem, by: Point): BoardItem {
  const x = mendCoordinate(item.x + by.x, item.x)
  const y = mendCoordinate(item.y + by.y, item.y)
  return x === item.x && y === item.y ? item : { ...item, x, y }
}
