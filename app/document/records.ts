import * as Y from 'yjs'
import type { z } from 'zod'
import { canonicalJson } from '../lib/canonical-json'
import { readAfresh, type Remember } from './remember'

/**
 * A collection is a Y.Map from an id to a record, and a record a Y.Map of plain values. Words that several
 * people may write at once are Y.Text within it, so that nobody's typing replaces another's.
 */
export type Values = Record<string, unknown>

/** How records of one collection are written and read. */
export interface RecordShape<Item extends { id: string }> {
  schema: z.ZodType<Item>
  /** Fields kept as Y.Text; in JSON they are strings. */
  texts: readonly string[]
}

/**
 * The collection of that name, made when it is not there yet. Two replicas that make the same collection at once
 * keep only one of the two: a kind's `seed` and migrations make all of its collections, on the server.
 */
export function collection(root: Y.Map<unknown>, name: string): Y.Map<unknown> {
  const found = root.get(name)
  if (found instanceof Y.Map) return found as Y.Map<unknown>
  const made = new Y.Map<unknown>()
  root.set(name, made)
  return made
}

/** The record of that id, if it is one. */
export function record(root: Y.Map<unknown>, name: string, id: string): Y.Map<unknown> | undefined {
  const records = root.get(name)
  const found = records instanceof Y.Map ? records.get(id) : undefined
  return found instanceof Y.Map ? (found as Y.Map<unknown>) : undefined
}

/** Every record that its schema accepts. What it does not accept is left out, never thrown at. */
export function readRecords<Item extends { id: string }>(
  root: Y.Map<unknown>,
  name: string,
  shape: RecordShape<Item>,
  remember: Remember = readAfresh,
): Item[] {
  const records = root.get(name)
  if (!(records instanceof Y.Map)) return []
  const items: Item[] = []
  for (const [id, value] of records as Y.Map<unknown>) {
    if (!(value instanceof Y.Map)) continue
    const item = remember(value as Y.AbstractType<unknown>, () => {
      const parsed = shape.schema.safeParse({ ...plain(value as Y.Map<unknown>), id })
      return parsed.success ? parsed.data : undefined
    })
    if (item) items.push(item)
  }
  return items
}

/** Adds a record. An id that is taken is overwritten: make new ids with `newId`. */
export function addRecord<Item extends { id: string }>(
  root: Y.Map<unknown>,
  name: string,
  shape: RecordShape<Item>,
  item: Item,
): void {
  const made = new Y.Map<unknown>()
  collection(root, name).set(item.id, made)
  writeValues(made, shape, item)
}

/** Changes the given fields and leaves the others alone; `undefined` takes a field away. Nothing when the record is gone. */
export function changeRecord<Item extends { id: string }>(
  root: Y.Map<unknown>,
  name: string,
  shape: RecordShape<Item>,
  id: string,
  changes: Partial<Item>,
): void {
  const found = record(root, name, id)
  if (found) writeValues(found, shape, changes)
}

export function removeRecord(root: Y.Map<unknown>, name: string, id: string): void {
  const records = root.get(name)
  if (records instanceof Y.Map) records.delete(id)
}

/** Makes a collection equal to `items` by the smallest forward change: what stays keeps its identity. */
export function restoreRecords<Item extends { id: string }>(
  root: Y.Map<unknown>,
  name: string,
  shape: RecordShape<Item>,
  items: readonly Item[],
): void {
  const records = collection(root, name)
  const wanted = new Set(items.map(({ id }) => id))
  for (const id of [...records.keys()]) if (!wanted.has(id)) records.delete(id)
  for (const item of items) {
    const found = record(root, name, item.id)
    if (!found) addRecord(root, name, shape, item)
    else {
      const values: Values = item
      for (const field of [...found.keys()]) if (values[field] === undefined) found.delete(field)
      writeValues(found, shape, values)
    }
  }
}

/** Turns a text into `next` by one deletion and one insertion around what both have in common. */
export function changeText(text: Y.Text, next: string): void {
  const before = text.toString()
  if (before === next) return
  let start = 0
  while (start < before.length && start < next.length && before[start] === next[start]) start += 1
  let end = 0
  while (
    end < before.length - start &&
    end < next.length - start &&
    before[before.length - 1 - end] === next[next.length - 1 - end]
  ) {
    end += 1
  }
  // Never between the halves of a character outside the basic plane: Yjs would store two broken ones.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1
  if (before.length - end > start) text.delete(start, before.length - end - start)
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end))
}

function writeValues<Item extends { id: string }>(
  target: Y.Map<unknown>,
  shape: RecordShape<Item>,
  values: Values,
): void {
  for (const [field, value] of Object.entries(values)) {
    if (field === 'id') continue
    const present = target.get(field)
    if (shape.texts.includes(field) && typeof value === 'string') {
      if (present instanceof Y.Text) changeText(present, value)
      else target.set(field, new Y.Text(value))
    } else if (value === undefined) {
      if (present !== undefined) target.delete(field)
    } else if (!same(present, value)) target.set(field, value)
  }
}

function plain(value: Y.Map<unknown>): Values {
  const values: Values = {}
  for (const [field, part] of value) {
    if (part instanceof Y.Text) values[field] = part.toString()
    else if (!(part instanceof Y.AbstractType)) values[field] = part
  }
  return values
}

/** Whether a plain value is already there, so that a forward change does not write it again. */
function same(present: unknown, value: unknown): boolean {
  if (present === value) return true
  if (!isPlainObject(present) || !isPlainObject(value)) return false
  return canonicalJson(present) === canonicalJson(value)
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType) && !(value instanceof Uint8Array)

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff
