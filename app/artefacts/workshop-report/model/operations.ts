import type * as Y from 'yjs'
import { addRecord, changeRecord, record, removeRecord } from '../../../document/records'
import { newId } from '../../../lib/id'
import { orderFor, siblingsIn } from '../../shared/placing'
import { written } from '../../shared/written'
import { longest } from './content'
import { collections, sectionShape, type StoredSection } from './stored'
import { removeTable } from './table-operations'

/*
 * What people do to a report's sections: each function is one act, to be called within one transaction. What is aimed
 * at something that is gone does nothing; numbers and texts are brought within bounds.
 */

interface SectionWords {
  heading: string
  text: string
  /** Of the section's table. */
  caption: string
}

/** Adds a section at `index` and answers its id. */
export function addSection(root: Y.Map<unknown>, index: number, depth: 1 | 2 = 1): string {
  const id = newId()
  const order = orderFor(siblingsIn(root, collections.sections), index)
  addRecord(root, collections.sections, sectionShape, { id, order, depth, heading: '', text: '', caption: '' })
  return id
}

export function changeSection(root: Y.Map<unknown>, id: string, changes: Partial<SectionWords>): void {
  const section = record(root, collections.sections, id)
  if (!section) return
  const words: Partial<StoredSection> = {}
  for (const field of ['heading', 'text', 'caption'] as const) {
    const next = changes[field]
    if (next !== undefined) words[field] = written(next, longest[field], section.get(field))
  }
  changeRecord(root, collections.sections, sectionShape, id, words)
}

export function setDepth(root: Y.Map<unknown>, id: string, depth: 1 | 2): void {
  changeRecord(root, collections.sections, sectionShape, id, { depth: depth === 2 ? 2 : 1 })
}

/** Moves a section to `index` among the others. */
export function moveSection(root: Y.Map<unknown>, id: string, index: number): void {
  if (!record(root, collections.sections, id)) return
  const order = orderFor(siblingsIn(root, collections.sections, id), index)
  changeRecord(root, collections.sections, sectionShape, id, { order })
}

/** Removes a section with its table. */
export function removeSection(root: Y.Map<unknown>, id: string): void {
  if (!record(root, collections.sections, id)) return
  removeTable(root, id)
  removeRecord(root, collections.sections, id)
}
