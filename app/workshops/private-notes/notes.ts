import * as Y from 'yjs'
import { z } from 'zod'
import { byOrder, longestOrder, orderBetween } from '../../document/order'
import { changeText } from '../../document/records'
import { readAfresh, type Remember } from '../../document/remember'
import { newId } from '../../lib/id'
import type { PrivateNote } from '../../load-context'

/**
 * What one person writes privately in one step: the content of a room `draft/STEP/OWNER`. Each note stands in the root
 * under its id: with a collection between, two windows that write the first note at once would keep only one of both.
 */
export interface PrivateNotes {
  /** In the order in which they were written. */
  notes: readonly PrivateNote[]
}

export const noNotes: PrivateNotes = { notes: [] }

/** Longer ones are cut where they are read. */
export const longestNote = 2_000

/** More are not read. */
export const mostNotes = 200

const noteSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{1,64}$/),
  order: z.string().min(1).max(longestOrder).catch('zz'),
  text: z
    .string()
    .transform((text) => Array.from(text).slice(0, longestNote).join(''))
    .catch(''),
  heldBack: z.boolean().catch(false),
  shown: z.boolean().catch(false),
})

type StoredNote = z.infer<typeof noteSchema>

/** Total: what is odd is left out or mended. */
export function readNotes(root: Y.Map<unknown>, remember: Remember = readAfresh): PrivateNotes {
  return { notes: stored(root, remember).map(({ order: _, ...note }) => note) }
}

/** At the end. Answers its id; undefined where there is no room for more. */
export function addNote(root: Y.Map<unknown>, text: string): string | undefined {
  const notes = stored(root)
  if (notes.length >= mostNotes) return undefined
  const id = newId()
  root.set(id, noteOf({ text, order: orderBetween(notes.at(-1)?.order, undefined), heldBack: false, shown: false }))
  return id
}

/** Nothing where the note is gone. */
export function changeNote(root: Y.Map<unknown>, id: string, text: string): void {
  const note = noteAt(root, id)
  const words = note?.get('text')
  if (words instanceof Y.Text) changeText(words, text)
  else note?.set('text', new Y.Text(text))
}

/** Held back, it is not shown with the others; let go again, its writer may show it later. */
export function holdBack(root: Y.Map<unknown>, id: string, heldBack: boolean): void {
  const note = noteAt(root, id)
  if (note && (note.get('heldBack') === true) !== heldBack) note.set('heldBack', heldBack)
}

export function removeNotes(root: Y.Map<unknown>, ids: readonly string[]): void {
  for (const id of ids) root.delete(id)
}

/** Those of these notes, given as they were read, that say the same still and were not held back since. */
export function stillAsRead(root: Y.Map<unknown>, read: readonly PrivateNote[]): string[] {
  const now = new Map(stored(root).map((note) => [note.id, note]))
  return read.flatMap(({ id, text, heldBack }) => {
    const note = now.get(id)
    return note?.text === text && (heldBack || !note.heldBack) ? [id] : []
  })
}

/** They are on the board. */
export function markShown(root: Y.Map<unknown>, ids: readonly string[]): void {
  for (const id of ids) {
    const note = noteAt(root, id)
    if (note && note.get('shown') !== true) note.set('shown', true)
  }
}

/** Puts notes of an earlier draft beside those that are there, under their own ids: each is there once. */
export function takeOver(root: Y.Map<unknown>, notes: readonly PrivateNote[]): void {
  let last = stored(root).at(-1)?.order
  for (const { id, ...note } of notes) {
    if (root.has(id)) continue
    last = orderBetween(last, undefined)
    root.set(id, noteOf({ ...note, order: last }))
  }
}

function stored(root: Y.Map<unknown>, remember: Remember = readAfresh): StoredNote[] {
  const notes: StoredNote[] = []
  for (const [id, value] of root) {
    if (!(value instanceof Y.Map)) continue
    const note = remember(value as Y.AbstractType<unknown>, () => noteSchema.safeParse(plain(id, value)).data)
    if (note) notes.push(note)
  }
  return notes.sort(byOrder).slice(0, mostNotes)
}

function plain(id: string, note: Y.Map<unknown>) {
  const text = note.get('text')
  return {
    id,
    order: note.get('order'),
    text: text instanceof Y.Text ? text.toString() : text,
    heldBack: note.get('heldBack'),
    shown: note.get('shown'),
  }
}

function noteAt(root: Y.Map<unknown>, id: string): Y.Map<unknown> | undefined {
  const note = root.get(id)
  return note instanceof Y.Map ? (note as Y.Map<unknown>) : undefined
}

function noteOf({ text, ...values }: Omit<StoredNote, 'id'>): Y.Map<unknown> {
  return new Y.Map<unknown>([...Object.entries(values), ['text', new Y.Text(text)]])
}
