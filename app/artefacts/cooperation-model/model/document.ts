import type * as Y from 'yjs'
import { z } from 'zod'
import { byOrder } from '../../../document/order'
import { collection, readRecords, restoreRecords, type RecordShape } from '../../../document/records'
import { readAfresh, type Remember } from '../../../document/remember'
import { allFrames, frameOf, groupOf, isFrame, noFrame, type BoardItem, type Connector, type CooperationModel } from './content'
import { mendConnector, mendItem } from './mend'

export const itemShape: RecordShape<BoardItem> = {
  schema: readWith(mendItem),
  texts: ['text', 'name', 'role'],
}

export const connectorShape: RecordShape<Connector> = {
  schema: readWith(mendConnector),
  texts: ['label'],
}

/** The board as it stands. Unchanged items are the same objects as last time when `remember` is a live memory. */
export function readModel(root: Y.Map<unknown>, remember: Remember = readAfresh): CooperationModel {
  const items = readItems(root, remember)
  const positions = new Map(items.map(({ id }, index) => [id, index]))
  const connectors = readRecords(root, 'connectors', connectorShape, remember)
    .filter(({ from, to }) => positions.has(from) && positions.has(to))
    .sort((one, other) => byEnds(one, other, positions))
  return { items, connectors }
}

/** The items in outline order: each frame followed by what is in it, then what is in none. */
export function readItems(root: Y.Map<unknown>, remember: Remember = readAfresh): BoardItem[] {
  const items = readRecords(root, 'items', itemShape, remember)
  const frames = new Set<string>()
  for (const item of items) if (isFrame(item)) frames.add(item.id)
  return inOutlineOrder(items.map((item) => withKnownFrame(item, frames)))
}

/** Fills an empty root. */
export function seedModel(root: Y.Map<unknown>, content: CooperationModel): void {
  restoreModel(root, content)
}

/** Makes the board equal to `content` by the smallest forward change. */
export function restoreModel(root: Y.Map<unknown>, content: CooperationModel): void {
  // Both collections exist from the start: two people who made one at once would each lose the other's.
  collection(root, 'items')
  collection(root, 'connectors')
  restoreRecords(root, 'items', itemShape, content.items)
  restoreRecords(root, 'connectors', connectorShape, content.connectors)
}

function inOutlineOrder(items: BoardItem[]): BoardItem[] {
  const groups = new Map<string, BoardItem[]>()
  for (const item of items) {
    const group = groupOf(item)
    const known = groups.get(group)
    if (known) known.push(item)
    else groups.set(group, [item])
  }
  const inOrder = (group: string) => groups.get(group)?.sort(byOrder) ?? []
  return [...inOrder(allFrames).flatMap((frame) => [frame, ...inOrder(frame.id)]), ...inOrder(noFrame)]
}

// Kept by item, so that one whose frame is gone stays the same object from reading to reading.
const loosened = new WeakMap<BoardItem, BoardItem>()

function withKnownFrame(item: BoardItem, frames: ReadonlySet<string>): BoardItem {
  const frame = frameOf(item)
  if (frame === undefined || frames.has(frame)) return item
  const known = loosened.get(item)
  if (known) return known
  const loose = { ...item }
  if ('frame' in loose) delete loose.frame
  loosened.set(item, loose)
  return loose
}

function byEnds(one: Connector, other: Connector, positions: ReadonlyMap<string, number>): number {
  const from = (positions.get(one.from) ?? 0) - (positions.get(other.from) ?? 0)
  const to = (positions.get(one.to) ?? 0) - (positions.get(other.to) ?? 0)
  return from || to || (one.id < other.id ? -1 : 1)
}

function readWith<Item>(mend: (stored: unknown) => Item | undefined): z.ZodType<Item> {
  return z.unknown().transform((stored, context) => {
    const item = mend(stored)
    if (item !== undefined) return item
    context.addIssue({ code: 'custom', message: 'unreadable record' })
    return z.NEVER
  })
}
