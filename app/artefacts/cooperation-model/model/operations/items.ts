import type * as Y from 'yjs'
import { newId } from '../../../../lib/id'
import { orderBetween } from '../../../../document/order'
import { addRecord, changeRecord, readRecords, record, removeRecord } from '../../../../document/records'
import type { OrganisationType } from '../../../organisation-types'
import { centreOf, contains, openFrames, type Box, type Point } from '../boxes'
import {
  allFrames,
  frameOf,
  groupOf,
  isFrame,
  itemColours,
  longestName,
  longestText,
  noFrame,
  type BoardItem,
  type Frame,
  type ItemColour,
  type TextSize,
} from '../content'
import { connectorShape, itemShape, readItems, readPlaces } from '../document'
import { defaultSizes, leastSizes } from '../measures'
import { mendCoordinate, mendExtent, mendItem } from '../mend'
import { besideTwins, freeSpotBelow, freeSpotBeside, freeSpotInFrame, heightAround } from './free-spot'

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
  if (frame) growFrame(root, frame.id, { ...spot, ...size })
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
 * Deletes items and connectors, and the connectors of deleted items. What stood in a deleted frame stays on the
 * board, in no frame, unless it is named too.
 */
export function deleteThings(root: Y.Map<unknown>, ids: readonly string[]): void {
  const gone = new Set(ids)
  for (const { id, from, to } of readRecords(root, 'connectors', connectorShape)) {
    if (gone.has(id) || gone.has(from) || gone.has(to)) removeRecord(root, 'connectors', id)
  }
  for (const item of readPlaces(root)) {
    const frame = frameOf(item)
    if (gone.has(item.id)) removeRecord(root, 'items', item.id)
    else if (frame !== undefined && gone.has(frame)) changeRecord(root, 'items', itemShape, item.id, { frame: undefined })
  }
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
    const group = isFrame(item) ? allFrames : (frame ?? noFrame)
    const order = orderBetween(lastOrders.get(group) ?? lastOrder(items, group), undefined)
    lastOrders.set(group, order)
    const copy: BoardItem = { ...item, id, order, x: mendCoordinate(item.x + by.x), y: mendCoordinate(item.y + by.y) }
    addRecord(root, 'items', itemShape, isFrame(copy) ? copy : { ...copy, frame })
  }
  for (const connector of readRecords(root, 'connectors', connectorShape)) {
    const from = copyIds.get(connector.from)
    const to = copyIds.get(connector.to)
    if (from && to) addRecord(root, 'connectors', connectorShape, { ...connector, id: newId(), from, to })
  }
  return ids.flatMap((id) => copyIds.get(id) ?? [])
}

/** One item, read by itself. */
export function readItem(root: Y.Map<unknown>, id: string): BoardItem | undefined {
  const found = record(root, 'items', id)
  return found ? mendItem({ ...found.toJSON(), id }) : undefined
}

/** The order that puts something last in its group (`groupOf`). */
export function orderAtEnd(items: readonly BoardItem[], group: string): string {
  return orderBetween(lastOrder(items, group), undefined)
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
  return frame ? freeSpotInFrame(items, frame, size) : freeSpotBelow(items, size)
}

/** Makes a frame tall enough for what was just put into it. */
export function growFrame(root: Y.Map<unknown>, id: string, inner: Box): void {
  const frame = readItem(root, id)
  if (!frame || !isFrame(frame)) return
  changeRecord(root, 'items', itemShape, id, { height: mendExtent(heightAround(frame, inner), frame.height) })
}

function lastOrder(items: readonly BoardItem[], group: string): string | undefined {
  return items.findLast((item) => groupOf(item) === group)?.order
}

function cut(words: string | undefined, longest: number): string {
  const kept = (words ?? '').slice(0, longest)
  // Never half of a character outside the basic plane.
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept
}

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
