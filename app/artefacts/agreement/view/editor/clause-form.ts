import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { newId } from '../../../../lib/id'
import { clauseDepth, clauseIdPattern } from '../../model/content'
import { derivedId, mendAgreement } from '../../model/mend'
import { isFromOthers } from './shared-body'

/**
 * Keeps what is written here in an agreement's strict form: every clause with an id of its own, its title first, its
 * sub-clauses last, three levels at most. Looks at one's own edits alone; see `mend-later.ts` for the others.
 */
export const ClauseForm = Extension.create({
  name: 'clauseForm',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isFromOthers)) return null
        return giveIds(transactions, before, after) ?? giveForm(before, after)
      },
    }),
  ],
})

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

function giveForm(before: EditorState, after: EditorState): Transaction | null {
  if (isInForm(after.doc) || !isInForm(before.doc)) return null
  const { clauses } = mendAgreement((after.doc.toJSON() as { content?: unknown }).content)
  const mended = after.schema.nodeFromJSON({ type: 'doc', content: clauses })
  const start = after.doc.content.findDiffStart(mended.content)
  const end = after.doc.content.findDiffEnd(mended.content)
  if (start === null || end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return after.tr.replace(start, end.a + overlap, mended.slice(start, end.b + overlap))
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
