import type * as Y from 'yjs'
import { addRecord } from '../../../../document/records'
import type { NewNote } from '../../../workshop-face'
import { memberBox } from '../boxes'
import { isFrame, isId, longestText, type Note } from '../content'
import { itemShape, readItems } from '../document'
import { defaultSizes } from '../measures'
import { mendItem, shortened } from '../mend'
import { deleteThings } from './deleting'
import { placesBelow, placesInFrame, sized } from './layout'
import { ordersAtEnd } from './orders'
import { makeRoom } from './room'

/**
 * Adds notes in the order given, in even rows that cover nothing: in a frame, which grows around them and pushes aside
 * what stands in its way, or below all that is on the board. The ids are kept: a note that is there already is left
 * alone. A frame that is gone is no reason to lose what was written: the notes then stand in none.
 */
export function addNotes(root: Y.Map<unknown>, frameId: string | null, wanted: readonly NewNote[]): void {
  const items = readItems(root)
  const frame = items.filter(isFrame).find(({ id }) => id === frameId)
  const there = new Set(items.map(({ id }) => id))
  const orderIn = ordersAtEnd(items)
  const notes: Note[] = []
  for (const note of wanted) {
    if (!isId(note.id) || there.has(note.id)) continue
    there.add(note.id)
    const made = newNote(note, frame?.id, orderIn(frame?.id))
    if (made) notes.push(made)
  }
  const things = notes.map((note) => sized(note, memberBox(note)))
  const { spots, around } = frame ? placesInFrame(items, frame, things) : placesBelow(items, things)
  if (frame && around) makeRoom(root, frame.id, around)
  for (const [index, note] of notes.entries()) addRecord(root, 'items', itemShape, { ...note, ...spots[index] })
}

/** Takes notes off the board for good; other things of these ids are left. */
export function removeNotes(root: Y.Map<unknown>, ids: readonly string[]): void {
  const wanted = new Set(ids)
  const notes = readItems(root).filter(({ id, type }) => type === 'note' && wanted.has(id))
  deleteThings(root, notes.map(({ id }) => id))
}

function newNote({ id, text, author, origin }: NewNote, frame: string | undefined, order: string): Note | undefined {
  const item = mendItem({
    ...defaultSizes.note,
    type: 'note',
    id,
    text: shortened(text, longestText),
    author,
    origins: [origin],
    frame,
    order,
  })
  return item?.type === 'note' ? item : undefined
}
