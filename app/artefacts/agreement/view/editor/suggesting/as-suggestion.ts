import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import type { SuggestedBy } from '../../../model/suggestion'
import { format } from './format'
import { putIn } from './put-in'
import { takeOut } from './take-out'
import { isInOwnClause, isWithinOwnClause, markOf, touchedOwn, type Refusal, type Work } from './work'

export interface AsSuggestion {
  /** What is done in place of what was given. */
  transaction: Transaction
  /** What of it could not be suggested. */
  refusals: ReadonlySet<Refusal>
}

/** Said with an edit whose steps are each a suggestion of their own, to be decided on one by one. */
export const eachApart = 'suggestedApart'

/** What an edit of a person comes to while they only suggest. `fresh` names the suggestion that it is if it is a new one. */
export function asSuggestion(given: Transaction, state: EditorState, fresh: SuggestedBy): AsSuggestion {
  const work: Work = { tr: state.tr, by: touchedBy(given, state, fresh) ?? fresh, refusals: new Set() }
  let caret: number | undefined
  given.steps.forEach((step, index) => {
    // From where the step stands back to the beginning, and on to where that is now.
    const back = given.mapping.maps.slice(0, index).map((map) => map.invert())
    const mapping = new Mapping([...back.reverse(), ...work.tr.mapping.maps])
    const own = given.getMeta(eachApart) === true ? { ...work, by: { ...fresh, id: `${fresh.id}-${index}` } } : work
    caret = takeStep(own, step, { mapping, given, state }) ?? caret
  })
  if (caret !== undefined) setCaret(work, caret)
  return { transaction: carryOver(given, work.tr), refusals: work.refusals }
}

interface StepPlace {
  mapping: Mapping
  given: Transaction
  state: EditorState
}

/** Answers where the caret goes on; undefined for where it is. */
function takeStep(work: Work, step: Step, { mapping, given, state }: StepPlace): number | undefined {
  const { tr } = work
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    const does = step instanceof AddMarkStep ? 'add' : 'remove'
    format(work, mapping.map(step.from, 1), mapping.map(step.to, -1), step.mark, does)
    return undefined
  }
  const from = mapping.map(rangeOf(step).from, 1)
  const to = Math.max(from, mapping.map(rangeOf(step).to, -1))
  if (isWithinOwnClause(work, tr.doc.resolve(from), tr.doc.resolve(to))) {
    const mapped = step.map(mapping)
    if (!mapped || tr.maybeStep(mapped).failed) return undefined
    suggestNewClauses(work, from, mapped)
    return given.selection.head + (tr.doc.content.size - given.doc.content.size)
  }
  if (step instanceof ReplaceStep) return replace(work, { from, to, step, isPasted: isPasted(given), state })
  work.refusals.add('structure')
  return undefined
}

/** What is split off a clause of one's own is one's own too. */
function suggestNewClauses(work: Work, from: number, step: Step): void {
  if (!(step instanceof ReplaceStep) || step.slice.size === 0) return
  const { tr, by } = work
  tr.doc.nodesBetween(from, Math.min(from + step.slice.size, tr.doc.content.size), (node, position) => {
    if (node.type.name !== 'clause' || position < from || node.attrs['suggestion'] !== null) return
    if (!isInOwnClause(work, tr.doc.resolve(position))) tr.setNodeAttribute(position, 'suggestion', { ...by, does: 'insert' })
  })
}

function rangeOf(step: Step): { from: number; to: number } {
  const { from, to, pos } = step as unknown as { from?: number; to?: number; pos?: number }
  return { from: from ?? pos ?? 0, to: to ?? (pos === undefined ? 0 : pos + 1) }
}

interface Replacement {
  from: number
  to: number
  step: ReplaceStep
  isPasted: boolean
  state: EditorState
}

function replace(work: Work, { from, to, step, isPasted, state }: Replacement): number | undefined {
  const { tr } = work
  const steps = tr.steps.length
  if (to > from && isPartOfTable(tr.doc.resolve(from).nodeAfter, to - from)) {
    work.refusals.add('structure')
    return undefined
  }
  if (to > from) takeOut(work, from, to)
  const mapped = tr.mapping.slice(steps)
  const isDone = tr.steps.length > steps
  if (step.slice.content.size > 0) return putIn(work, mapped.map(to, -1), step.slice, isPasted) ?? mapped.map(to, -1)
  // Delete goes on after what it took, Backspace before it; both pass over what somebody wants out already.
  const isForward = state.selection.empty && state.selection.head === step.from
  if (isForward) return isDone ? mapped.map(to, 1) : pass(work, to, 'forward')
  return isDone ? mapped.map(from, -1) : pass(work, from, 'backward')
}

/** A row, a cell or a whole table: their words can be suggested to go, but not they themselves. */
function isPartOfTable(node: Node | null, size: number): boolean {
  return node !== null && /^table/.test(node.type.name) && node.nodeSize <= size
}

/** To the other end of a row of words that are to go. */
function pass({ tr }: Work, from: number, way: 'forward' | 'backward'): number {
  let position = from
  for (;;) {
    const place = tr.doc.resolve(position)
    const next = way === 'forward' ? place.nodeAfter : place.nodeBefore
    if (!next?.isText || !markOf(next, 'deletion')) return position
    position += way === 'forward' ? next.nodeSize : -next.nodeSize
  }
}

function isPasted(given: Transaction): boolean {
  return given.getMeta('paste') === true || given.getMeta('uiEvent') === 'paste' || given.getMeta('uiEvent') === 'drop'
}

function setCaret({ tr }: Work, caret: number): void {
  const place = tr.doc.resolve(Math.max(0, Math.min(caret, tr.doc.content.size)))
  tr.setSelection(TextSelection.near(place, -1))
}

/** One's own suggestion that the edit touches. */
function touchedBy(given: Transaction, state: EditorState, fresh: SuggestedBy): SuggestedBy | undefined {
  const step = given.steps[0]
  if (!(step instanceof ReplaceStep)) return undefined
  const { from, to } = step
  return touchedOwn(state.doc.resolve(from), fresh) ?? touchedOwn(state.doc.resolve(to), fresh)
}

/** What plugins and the view are told with an edit. */
function carryOver(given: Transaction, tr: Transaction): Transaction {
  for (const name of ['composition', 'paste', 'uiEvent', 'addToHistory', 'pointer']) {
    const meta: unknown = given.getMeta(name)
    if (meta !== undefined) tr.setMeta(name, meta)
  }
  if (given.storedMarksSet) tr.setStoredMarks(given.storedMarks)
  return given.scrolledIntoView ? tr.scrollIntoView() : tr
}
