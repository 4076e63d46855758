import { Extension } from '@tiptap/core'
import { Slice, type Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { newId } from '../../../../lib/id'
import { clauseDepth, clauseIdPattern, type Clause } from '../../model/content'
import { derivedId, mendAgreement } from '../../model/mend'
import { isFromOthers } from './shared-body'
import { changesWordsOnly } from './words-only'

/**
 * Keeps what is written here in an agreement's strict form: every clause with an id of its own, its title first, its
 * sub-clauses last, three levels at most. Looks at one's own edits alone; see `mend-later.ts` for the others.
 */
export const ClauseForm = Extension.create({
  name: 'clauseForm',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (transactions.every(changesWordsOnly) || transactions.some(isFromOthers)) return null
        return giveIds(transactions, before, after) ?? fillCells(after) ?? giveForm(before, after)
      },
      props: { transformPasted: keepFirstTitle },
    }),
  ],
})

/** A pasted text that begins with a heading begins a clause: its heading does not run into the line it was pasted to. */
function keepFirstTitle(slice: Slice): Slice {
  const begins = slice.content.firstChild?.type.name === 'clauseTitle' && slice.content.childCount > 1
  return begins && slice.openStart > 0 ? new Slice(slice.content, 0, slice.openEnd) : slice
}

interface Standing {
  id: unknown
  position: number
}

/** Of clauses with one id, as after copying or splitting, the one that had it before keeps it. */
function giveIds(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction | null {
  const present = clausesOf(after.doc)
  const earlier = clausesOf(before.doc)
  const groups = groupById(present)
  if (present.every(({ id }) => isId(id) && groups.get(id)?.length === 1)) return null
  const keepers = new Map<unknown, number>()
  for (const { id, position } of earlier) {
    const now = transactions.reduce((place, { mapping }) => mapping.map(place), position)
    if (present.some((one) => one.id === id && one.position === now)) keepers.set(id, now)
  }
  const ids = new Set(present.map(({ id }) => id))
  const transaction = after.tr
  for (const [id, group] of groups) {
    const keeper = isId(id) ? (keepers.get(id) ?? group[0]?.position) : undefined
    // Two that were there before came together from two people: everybody has to give them the same new id.
    const wereTwo = earlier.filter((one) => one.id === id).length > 1
    let count = 1
    for (const { position } of group) {
      if (position === keeper) continue
      do count += 1
      while (wereTwo && ids.has(derivedId(String(id), count)))
      transaction.setNodeAttribute(position, 'id', wereTwo && isId(id) ? derivedId(id, count) : newId())
    }
  }
  return transaction
}

/** New cells come without a line to write on. */
function fillCells(after: EditorState): Transaction | null {
  const empty: number[] = []
  after.doc.descendants((node, position) => {
    if (/^table(Cell|Header)$/.test(node.type.name) && node.childCount === 0) empty.push(position)
  })
  const paragraph = after.schema.nodes['paragraph']
  if (empty.length === 0 || !paragraph) return null
  const transaction = after.tr
  for (const position of empty.reverse()) transaction.insert(position + 1, paragraph.create())
  return transaction
}

function giveForm(before: EditorState, after: EditorState): Transaction | null {
  if (isInForm(after.doc) || !isInForm(before.doc)) return null
  const present = new Set(clausesOf(after.doc).map(({ id }) => id))
  const { clauses } = mendAgreement((after.doc.toJSON() as { content?: unknown }).content)
  for (const clause of clauses) giveNewIds(clause, present)
  const mended = after.schema.nodeFromJSON({ type: 'doc', content: clauses })
  const [from, to] = differing(after.doc, mended)
  const [, mendedTo] = differing(mended, after.doc)
  const transaction = after.tr.replaceWith(from, to, mended.slice(from, mendedTo).content)
  const caret = placeOfText(transaction.doc, textBefore(after.doc, after.selection.head))
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(caret), -1))
}

/** What became a clause only now is nobody's old one. */
function giveNewIds(clause: Clause, present: ReadonlySet<unknown>): void {
  if (!present.has(clause.attrs.id)) clause.attrs.id = newId()
  for (const node of clause.content) if (node.type === 'clause') giveNewIds(node, present)
}

/** Where the outermost clauses of a document begin and end to differ from another's. */
function differing(doc: DocumentNode, other: DocumentNode): [number, number] {
  const most = Math.min(doc.childCount, other.childCount)
  let first = 0
  let from = 0
  while (first < most && doc.child(first).eq(other.child(first))) {
    from += doc.child(first).nodeSize
    first += 1
  }
  let last = 0
  let to = doc.content.size
  while (
    last < most - first &&
    doc.child(doc.childCount - 1 - last).eq(other.child(other.childCount - 1 - last))
  ) {
    to -= doc.child(doc.childCount - 1 - last).nodeSize
    last += 1
  }
  return [from, to]
}

function textBefore(doc: DocumentNode, position: number): number {
  return doc.textBetween(0, position).length
}

/** The place behind so many letters: forms change, but the letters stay. */
function placeOfText(doc: DocumentNode, letters: number): number {
  let left = letters
  let place = 0
  doc.descendants((node, position) => {
    if (!node.isText || left <= 0) return left > 0
    place = position + Math.min(left, node.nodeSize)
    left -= node.nodeSize
    return false
  })
  return place
}

function isInForm(node: DocumentNode, level = 0): boolean {
  let last = 0
  for (let index = 0; index < node.childCount; index += 1) {
    const child = node.child(index)
    const rank = child.type.name === 'clauseTitle' ? 0 : child.type.name === 'clause' ? 2 : 1
    const isTitlePlace = level > 0 && index === 0
    if ((rank === 0) !== isTitlePlace || rank < last) return false
    if (rank === 2 && (level >= clauseDepth || !isInForm(child, level + 1))) return false
    last = rank
  }
  return true
}

function clausesOf(doc: DocumentNode): Standing[] {
  const clauses: Standing[] = []
  const visit = (parent: DocumentNode, start: number) => {
    parent.forEach((node, offset) => {
      if (node.type.name !== 'clause') return
      clauses.push({ id: node.attrs['id'], position: start + offset })
      visit(node, start + offset + 1)
    })
  }
  visit(doc, 0)
  return clauses
}

function groupById(clauses: readonly Standing[]): Map<unknown, Standing[]> {
  const groups = new Map<unknown, Standing[]>()
  for (const clause of clauses) groups.set(clause.id, [...(groups.get(clause.id) ?? []), clause])
  return groups
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && clauseIdPattern.test(id)
}
