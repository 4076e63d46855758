import type * as Y from 'yjs'
import { newId } from '../../../../lib/id'
import { orderBetween } from '../../../../document/order'
import { addRecord, changeRecord, readRecords } from '../../../../document/records'
import type { OrganisationType } from '../../../organisation-types'
import { centreOf, contains, openFrames, type Box, type Point } from '../boxes'
import {
  allFrames,
  frameOf,
  siblingsKey,
  isFrame,
  itemColours,
  longestName,
  longestText,
  noFrame,
  type BoardItem,
  type Frame,
  type ItemColour,
  type Member,
  type TextSize,
} from '../content'
import { connectorShape, itemShape, readItems, readPlaces } from '../document'
import { defaultSizes, leastSizes } from '../measures'
import { mendCoordinate, mendExtent, mendItem, shortened } from '../mend'
import { besideTwins, freeSpotBeside } from './free-spot'
import { placesBelow, placesInFrame } from './layout'
import { lastOrder, orderAtEnd } from './orders'
import { readItem } from './read-item'
import { makeRoom } from './room'

/** What somebody adds. Everything but the type may be left to the board. */
export interface NewItem {
  type: BoardItem['type']
  text?: string
  name?: string
  role?: string
  organisationType?: OrganisationType
  colour?: ItemColour
  size?: TextSize
  width?: number
  height?: number
  /** Its top left corner; without it, the first free place. */
  at?: Point
  /** The frame it goes into; without it, the one under its middle when `at` says where it is. */
  frame?: string
}

/** Adds one item at the end of its frame, or of the board. Answers its id. */
export function addItem(root: Y.Map<unknown>, wanted: NewItem): string {
  const isPlaced = wanted.at !== undefined || wanted.type === 'frame'
  const items = isPlaced ? readPlaces(root) : readItems(root)
  const size = {
    width: mendExtent(wanted.width ?? defaultSizes[wanted.type].width),
    height: mendExtent(wanted.height ?? defaultSizes[wanted.type].height),
  }
  const frame = wanted.type === 'frame' ? undefined : frameFor(items, wanted, size)
  const spot = spotFor(items, wanted, size, frame)
  const id = newId()
  // Who points at a place means that place, and nothing else is moved for it.
  if (frame && !wanted.at) makeRoom(root, frame.id, { ...spot, ...size })
  const item = mendItem({
    ...wanted,
    text: cut(wanted.text, longestText),
    name: cut(wanted.name, longestName),
    role: cut(wanted.role, longestText),
    ...spot,
    ...size,
    id,
    frame: frame?.id,
    order: orderAtEnd(items, wanted.type === 'frame' ? allFrames : (frame?.id ?? noFrame)),
  })
  if (item) addRecord(root, 'items', itemShape, item)
  return id
}

/** What can be changed in an item's words and looks; what the item has not got is left alone. */
export interface ItemChanges {
  text?: string
  name?: string
  role?: string
  organisationType?: OrganisationType
  colour?: ItemColour
  size?: TextSize
}

export function changeItem(root: Y.Map<unknown>, id: string, changes: ItemChanges): void {
  const item = readItem(root, id)
  if (!item) return
  // Reading through the same mending as stored data keeps every value within what the schema accepts.
  const changed = mendItem({ ...item, ...defined(withinLength(item, changes)) })
  if (changed) changeRecord(root, 'items', itemShape, id, changed)
}

/** Gives notes and frames a ground; other items have none. */
export function colourItems(root: Y.Map<unknown>, ids: readonly string[], colour: ItemColour): void {
  if (!itemColours.includes(colour)) return
  for (const id of ids) changeItem(root, id, { colour })
}

/** Sets an item's box, no smaller than its type allows. */
export function resizeItem(root: Y.Map<unknown>, id: string, box: Box): void {
  const item = readItem(root, id)
  if (!item) return
  const least = leastSizes[item.type]
  changeRecord(root, 'items', itemShape, id, {
    x: mendCoordinate(box.x, item.x),
    y: mendCoordinate(box.y, item.y),
    width: Math.max(least.width, mendExtent(box.width, item.width)),
    height: Math.max(least.height, mendExtent(box.height, item.height)),
  })
}

/**
 * Copies items a little down and right of themselves, frames with what is in them, and the connectors between what is
 * copied. Answers the ids of the copies of `ids`.
 */
export function duplicateItems(root: Y.Map<unknown>, ids: readonly string[], by: Point = { x: 24, y: 24 }): string[] {
  const items = readPlaces(root)
  const chosen = new Set(ids)
  const copied = items.filter((item) => chosen.has(item.id) || chosen.has(frameOf(item) ?? ''))
  const copyIds = new Map(copied.map(({ id }) => [id, newId()]))
  const lastOrders = new Map<string, string>()
  for (const place of copied) {
    const item = readItem(root, place.id) ?? place
    const id = copyIds.get(item.id) ?? newId()
    const oldFrame = frameOf(place)
    const frame = oldFrame === undefined ? undefined : (copyIds.get(oldFrame) ?? oldFrame)
    const group = isFrame(item) ? siblingsKey(item) : (frame ?? noFrame)
    const order = orderBetween(lastOrders.get(group) ?? lastOrder(items, group), undefined)
    lastOrders.set(group, order)
    const copy: BoardItem = { ...item, id, order, x: mendCoordinate(item.x + by.x), y: mendCoordinate(item.y + by.y) }
    addRecord(root, 'items', itemShape, isFrame(copy) ? copy : withoutAuthor({ ...copy, frame }))
  }
  for (const connector of readRecords(root, 'connectors', connectorShape)) {
    const from = copyIds.get(connector.from)
    const to = copyIds.get(connector.to)
    if (from && to) addRecord(root, 'connectors', connectorShape, { ...connector, id: newId(), from, to })
  }
  return ids.flatMap((id) => copyIds.get(id) ?? [])
}

/** A copy is not what somebody wrote: it bears nobody's name. */
function withoutAuthor(item: Member): Member {
  if (item.type !== 'note') return item
  const { author: _, ...copy } = item
  return copy
}

/** The topmost frame under a point. Later in the outline is higher on the board. */
export function frameAt(
  items: readonly BoardItem[],
  boxes: ReadonlyMap<string, Box>,
  point: Point,
): Frame | undefined {
  return items.filter(isFrame).findLast((frame) => contains(boxes.get(frame.id) ?? frame, point))
}

function frameFor(items: readonly BoardItem[], wanted: NewItem, size: { width: number; height: number }): Frame | undefined {
  if (wanted.frame !== undefined) return items.filter(isFrame).find(({ id }) => id === wanted.frame)
  return wanted.at ? frameAt(items, openFrames(items), centreOf({ ...wanted.at, ...size })) : undefined
}

function spotFor(
  items: readonly BoardItem[],
  wanted: NewItem,
  size: { width: number; height: number },
  frame: Frame | undefined,
): Point {
  if (wanted.at) return besideTwins(items, { x: mendCoordinate(wanted.at.x), y: mendCoordinate(wanted.at.y) })
  if (wanted.type === 'frame') return freeSpotBeside(items)
  const placing = frame ? placesInFrame(items, frame, [{ id: '', ...size }]) : placesBelow(items, [size])
  return placing.spots[0] ?? { x: 0, y: 0 }
}

const cut = (words: string | undefined, longest: number): string => shortened(words ?? '', longest)

/** Words from a hand are bounded; what has grown longer by merging may be edited, only not made longer still. */
function withinLength(item: BoardItem, changes: ItemChanges): ItemChanges {
  const bounded = (words: string | undefined, before: string, longest: number) =>
    words === undefined ? undefined : cut(words, Math.max(longest, before.length))
  return {
    ...changes,
    text: bounded(changes.text, 'text' in item ? item.text : '', longestText),
    name: bounded(changes.name, 'name' in item ? item.name : '', longestName),
    role: bounded(changes.role, 'role' in item ? item.role : '', longestText),
  }
}

function defined(changes: ItemChanges): ItemChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
