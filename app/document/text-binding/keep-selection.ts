import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { findAbsolutePositionAfterStructuralChange } from '@tiptap/y-tiptap'

type End = 'anchor' | 'head'

/**
 * Keeps caret and selection among the same words when others have changed the text. Away from what changed they only move
 * along; in a paragraph that others write in, the shared text knows best; of a block that was taken out and put in elsewhere,
 * the same words are looked for there.
 *
 * `shared` answers where an end stood by the shared text itself, null where that cannot be told.
 */
export function keepSelection(transaction: Transaction, before: EditorState, shared: (end: End) => number | null): void {
  const { selection } = before
  if (!transaction.docChanged || !(selection instanceof TextSelection)) return
  const at = (end: End) => transaction.doc.resolve(placeOf(transaction, before, selection[end], () => shared(end)))
  const anchor = at('anchor')
  transaction.setSelection(TextSelection.between(anchor, selection.empty ? anchor : at('head')))
}

function placeOf(transaction: Transaction, before: EditorState, old: number, shared: () => number | null): number {
  const { doc } = transaction
  // A letter that others write right behind the caret does not push it on.
  const { pos: mapped, deletedAcross } = transaction.mapping.mapResult(old, -1)
  const $mapped = doc.resolve(mapped)
  if ($mapped.parent === before.doc.resolve(old).parent) return mapped
  const known = shared()
  const isHere = known !== null && known <= doc.content.size && doc.resolve(known).sameParent($mapped)
  if (isHere && $mapped.parent.isTextblock) return known
  if (!deletedAcross && $mapped.parent.isTextblock) return mapped
  return findAbsolutePositionAfterStructuralChange(before.doc, doc, old) ?? known ?? mapped
}
