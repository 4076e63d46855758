import * as Y from 'yjs'
import { z } from 'zod'
import { collection, readRecords, restoreRecords, type RecordShape } from '../../../document/records'
import { readAfresh, type Remember } from '../../../document/remember'
import type { BoardItem, Connector, CooperationModel } from './content'
import { mendConnector, mendItem } from './mend'
import { connectorsInOrder, createOutlineOrder, inOutlineOrder } from './outline-order'

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
  const connectors = readRecords(root, 'connectors', connectorShape, remember)
  return { items, connectors: connectorsInOrder(connectors, items) }
}

/** The items in outline order: each frame followed by what is in it, then what is in none. */
export function readItems(root: Y.Map<unknown>, remember: Remember = readAfresh): BoardItem[] {
  const items = readRecords(root, 'items', itemShape, remember)
  return remember === readAfresh ? inOutlineOrder(items) : orderOf(remember)(items)
}

/**
 * The items in outline order without their words: where everything stands, which is all that most operations ask,
 * for a tenth of what the words cost.
 */
export function readPlaces(root: Y.Map<unknown>): BoardItem[] {
  const items: BoardItem[] = []
  const records = root.get('items')
  if (!(records instanceof Y.Map)) return items
  for (const [id, record] of records as Y.Map<unknown>) {
    if (!(record instanceof Y.Map)) continue
    const stored: Record<string, unknown> = { id }
    for (const field of placeFields) stored[field] = (record as Y.Map<unknown>).get(field)
    const item = mendItem(stored)
    if (item) items.push(item)
  }
  return inOutlineOrder(items)
}

const placeFields = ['type', 'x', 'y', 'width', 'height', 'frame', 'gathers', 'order'] as const

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

// One per live memory, and gone with it.
const orders = new WeakMap<Remember, ReturnType<typeof createOutlineOrder>>()

function orderOf(remember: Remember): ReturnType<typeof createOutlineOrder> {
  const known = orders.get(remember)
  if (known) return known
  const made = createOutlineOrder()
  orders.set(remember, made)
  return made
}

function readWith<Item>(mend: (stored: unknown) => Item | undefined): z.ZodType<Item> {
  return z.unknown().transform((stored, context) => {
    const item = mend(stored)
    if (item !== undefined) return item
    context.addIssue({ code: 'custom', message: 'unreadable record' })
    return z.NEVER
  })
}
