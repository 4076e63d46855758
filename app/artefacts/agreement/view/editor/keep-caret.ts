import type { Editor } from '@tiptap/core'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { placeOfSuggestion } from '../suggesting/suggestion-at'
import { currentClause, numberedClauses } from './numbering'

/** Does something that rearranges clauses, and puts the caret back to the words where it was. */
export function keepCaret(editor: Editor, act: () => boolean): boolean {
  const spot = spotOf(editor.state)
  const isDone = act()
  if (isDone && spot) returnTo(editor, spot)
  return isDone
}

/** Puts the caret at the end of a clause's title and shows it. */
export function writeTitle(editor: Editor, id: string): void {
  const transaction = caretInTitle(editor, id)
  if (!transaction) return
  editor.view.focus()
  editor.view.dispatch(transaction.scrollIntoView())
}

/** The same, with the title at the top of what is seen: without motion, so that nobody has to wait or look away. */
export function goToTitle(editor: Editor, id: string): void {
  const transaction = caretInTitle(editor, id)
  if (!transaction) return
  editor.view.focus()
  editor.view.dispatch(transaction)
  const { node } = editor.view.domAtPos(editor.state.selection.head)
  const title = node instanceof Element ? node : node.parentElement
  title?.closest('h2, h3, h4')?.scrollIntoView({ block: 'start' })
}

/** Puts the caret to where a suggestion begins. Answers whether it is still there. */
export function goToSuggestion(editor: Editor, id: string): boolean {
  const place = placeOfSuggestion(editor.state.doc, id)
  if (place === undefined) return false
  const selection = TextSelection.near(editor.state.doc.resolve(place))
  editor.view.focus()
  editor.view.dispatch(editor.state.tr.setSelection(selection).setMeta('addToHistory', false).scrollIntoView())
  return true
}

function caretInTitle(editor: Editor, id: string): Transaction | undefined {
  const clause = numberedClauses(editor.state).find((one) => one.id === id)
  if (!clause) return undefined
  const title = editor.state.doc.nodeAt(clause.position + 1)
  const end = clause.position + 2 + (title?.type.name === 'clauseTitle' ? title.content.size : 0)
  const selection = TextSelection.near(editor.state.doc.resolve(end), -1)
  return editor.state.tr.setSelection(selection).setMeta('addToHistory', false)
}

interface Spot {
  clause: string
  anchor: number
  head: number
}

/** The selection, told by the clause that it is in: that is the same after the clause has moved. */
function spotOf(state: EditorState): Spot | undefined {
  const clause = currentClause(state)
  if (!clause) return undefined
  const { anchor, head } = state.selection
  return { clause: clause.id, anchor: anchor - clause.position, head: head - clause.position }
}

function returnTo(editor: Editor, spot: Spot): void {
  const { state, view } = editor
  const clause = numberedClauses(state).find(({ id }) => id === spot.clause)
  if (!clause) return
  const end = clause.position + (state.doc.nodeAt(clause.position)?.nodeSize ?? 0)
  const at = (offset: number) => state.doc.resolve(Math.min(clause.position + Math.max(0, offset), end))
  const selection = TextSelection.between(at(spot.anchor), at(spot.head))
  const transaction = state.tr.setSelection(selection).setMeta('addToHistory', false)
  view.dispatch(view.hasFocus() ? transaction.scrollIntoView() : transaction)
}
