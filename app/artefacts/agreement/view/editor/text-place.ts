import type { Editor } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { TextPlace } from '../../model/text-places'

/** Where words or an atom of a clause stand in the editor; undefined where the text has changed since. */
export function rangeOf(doc: DocumentNode, { clause, at, length }: TextPlace): { from: number; to: number } | undefined {
  const found = clauseAt(doc, clause)
  if (!found) return undefined
  let before = 0
  let from: number | undefined
  let to: number | undefined
  found.node.descendants((node, offset) => {
    if (node.type.name === 'clause' || node.type.name === 'clauseTitle' || to !== undefined) return false
    if (!node.isInline) return true
    const position = found.position + 1 + offset
    const size = node.isText ? node.nodeSize : 1
    if (from === undefined && at < before + size) from = position + at - before
    if (from !== undefined && at + length <= before + size) to = position + at + length - before
    before += size
    return false
  })
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** Selects what stands there and brings it into sight. Answers whether it is still there. */
export function goToPlace(editor: Editor, place: TextPlace): boolean {
  const range = rangeOf(editor.state.doc, place)
  if (!range) return false
  const { doc } = editor.state
  const isAtom = doc.nodeAt(range.from)?.isText === false
  const selection = isAtom ? NodeSelection.create(doc, range.from) : TextSelection.create(doc, range.from, range.to)
  editor.view.focus()
  editor.view.dispatch(editor.state.tr.setSelection(selection).setMeta('addToHistory', false))
  bringIntoSight(editor, range.from)
  return true
}

/**
 * Shows the line at a position below the middle of the window, where no bar above the text lies over it; without motion,
 * so that nobody has to wait or look away.
 */
export function bringIntoSight({ view }: Editor, position: number): void {
  const { node } = view.domAtPos(position)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { top, bottom } = view.coordsAtPos(position)
  const isInSight = top > window.innerHeight * highest && bottom < window.innerHeight * lowest
  if (!isInSight) window.scrollBy({ top: top - window.innerHeight * ((highest + lowest) / 2), behavior: 'instant' })
}

/** Between these parts of the window's height a line is in sight. */
const highest = 0.55
const lowest = 0.85

function clauseAt(doc: DocumentNode, id: string): { node: DocumentNode; position: number } | undefined {
  let found: { node: DocumentNode; position: number } | undefined
  doc.descendants((node, position) => {
    if (found || node.type.name !== 'clause') return false
    if (node.attrs['id'] === id) found = { node, position }
    return !found
  })
  return found
}
