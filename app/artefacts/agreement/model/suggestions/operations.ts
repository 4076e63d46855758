import * as Y from 'yjs'
import { clauseDepth } from '../content'
import { bodyOf } from '../document'
import { insertionsOf, type Element } from '../elements'
import { findClause, heightOf, isElement } from '../operations'
import {
  breakSuggestionSchema,
  clauseSuggestionSchema,
  formatOf,
  formattingSchema,
  hrefOf,
  joinedBreak,
  suggestedBySchema,
  type FormatChange,
} from '../suggestion'
import { decideOn, isGone, type Decide } from './decide'
import type { WantedMove } from './moves'

/**
 * Deciding on suggestions changes the shared document forward, and what is gone already is passed over: deciding twice
 * is deciding once. Where two people decide differently at the same moment, taking away wins: words that one of them
 * takes out are out, a paragraph that one joins is joined, a clause that one moves is moved, and formatting that one
 * accepts is there. Nothing is ever there twice by it (docs/decisions/suggestions-as-marks.md).
 */

/** Makes the changes that are suggested. Answers whether any of them was still open. */
export function acceptSuggestions(root: Y.Map<unknown>, ids: Iterable<string>): boolean {
  return resolveIn(root, decideOn(ids, 'accept'))
}

/** Takes the suggestions back. Answers whether any of them was still open. */
export function rejectSuggestions(root: Y.Map<unknown>, ids: Iterable<string>): boolean {
  return resolveIn(root, decideOn(ids, 'reject'))
}

function resolveIn(root: Y.Map<unknown>, decide: Decide): boolean {
  const body = bodyOf(root)
  if (!body?.doc) return false
  const work: Work = { decide, moves: [], decided: false }
  body.doc.transact(() => {
    resolveRow(body, work)
    for (const move of work.moves) moveInto(root, move)
  })
  return work.decided
}

interface Work {
  decide: Decide
  /** Of clauses, in reading order: made when all else is decided. */
  moves: WantedMove[]
  decided: boolean
}

function resolveRow(parent: Y.XmlFragment, work: Work): void {
  let index = 0
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) resolveText(child, work)
    else if (child instanceof Y.XmlElement && resolveElement(child as Element, work) === 'gone') {
      parent.delete(index, 1)
      continue
    }
    index += 1
  }
}

function resolveElement(element: Element, work: Work): 'gone' | 'stays' {
  const outcome = element.nodeName === 'clause' ? resolveClause(element, work) : resolveNode(element, work)
  if (outcome === 'stays') resolveRow(element, work)
  return outcome
}

function resolveClause(element: Element, work: Work): 'gone' | 'stays' {
  const suggestion = clauseSuggestionSchema.safeParse(element.getAttribute('suggestion')).data
  const decision = suggestion ? work.decide(suggestion) : 'leave'
  if (!suggestion || decision === 'leave') return 'stays'
  work.decided = true
  if (suggestion.does !== 'move' && isGone(suggestion.does, decision)) return 'gone'
  element.removeAttribute('suggestion')
  const id = element.getAttribute('id')
  if (suggestion.does === 'move' && decision === 'accept' && typeof id === 'string') {
    work.moves.push({ id, into: suggestion.into, before: suggestion.before })
  }
  return 'stays'
}

/**
 * Of a paragraph the break before it. Shared documents cannot move words: two people who join the same paragraphs would
 * each copy them, and they would be there twice. So it is only marked as joined, is read as one with the paragraph
 * before it, and mended into one when it is quiet.
 */
function resolveNode(element: Element, work: Work): 'gone' | 'stays' {
  const suggestion = breakSuggestionSchema.safeParse(element.getAttribute('suggestion')).data
  const decision = suggestion ? work.decide(suggestion) : 'leave'
  if (!suggestion || decision === 'leave') return 'stays'
  work.decided = true
  if (!isGone(suggestion.does, decision)) element.removeAttribute('suggestion')
  else if (element.nodeName === 'paragraph') element.setAttribute('suggestion', joinedBreak)
  else return 'gone'
  return 'stays'
}

function resolveText(text: Y.XmlText, work: Work): void {
  const runs = insertionsOf(text).map(({ insert, attributes = {} }) => ({
    length: typeof insert === 'string' ? insert.length : 1,
    attributes,
  }))
  let end = runs.reduce((sum, { length }) => sum + length, 0)
  // From the end, so that what is taken out moves nothing that is still to be looked at.
  for (const { length, attributes } of runs.reverse()) {
    end -= length
    const change = changeOf(attributes, work.decide)
    if (!change) continue
    work.decided = true
    if (change === 'gone') text.delete(end, length)
    else text.format(end, length, change)
  }
}

/** What becomes of words with these marks: undefined for nothing. */
function changeOf(attributes: Record<string, unknown>, decide: Decide): 'gone' | Record<string, object | null> | undefined {
  const change: Record<string, object | null> = {}
  for (const name of ['insertion', 'deletion'] as const) {
    const suggested = suggestedBySchema.safeParse(attributes[name]).data
    const decision = suggested ? decide(suggested) : 'leave'
    if (decision === 'leave') continue
    if (isGone(name === 'insertion' ? 'insert' : 'delete', decision)) return 'gone'
    change[name] = null
  }
  const formatting = formattingSchema.safeParse(attributes['formatting']).data
  const decision = formatting ? decide(formatting) : 'leave'
  if (formatting && decision !== 'leave') {
    change['formatting'] = null
    if (decision === 'accept') change[formatOf(formatting.change)] = attributesOf(formatting.change)
  }
  return Object.keys(change).length > 0 ? change : undefined
}

/** Of the mark that is to be there; null for none. */
function attributesOf(change: FormatChange): object | null {
  const href = hrefOf(change)
  if (href !== undefined) return { href }
  return change.startsWith('+') ? {} : null
}

/** As `moves.ts` does it in a content. */
function moveInto(root: Y.Map<unknown>, { id, into, before }: WantedMove): void {
  const found = findClause(root, id)
  const target = into === null ? undefined : findClause(root, into)
  if (!found || (into !== null && !target)) return
  for (let outer = target; outer; outer = outer.outer) if (outer.element === found.element) return
  if ((target?.level ?? 0) + heightOf(found.element) > clauseDepth) return
  const row = target?.element ?? bodyOf(root)
  if (!row) return
  const copy = found.element.clone() as unknown as Y.XmlElement
  found.parent.delete(found.index, 1)
  const at = row.toArray().findIndex((child) => isElement(child, 'clause') && child.getAttribute('id') === before)
  row.insert(at < 0 ? row.length : at, [copy])
}
