import * as Y from 'yjs'
import { newId } from '../../../lib/id'
import type { Carried } from '../../workshop-face'
import { carriedClause } from './carried-clause'
import { heightOf as clauseHeight } from './clauses'
import { clauseDepth, type Clause } from './content'
import { bodyOf, ensureBody } from './document'
import { makeShared, type Element } from './elements'
import { freshClause } from './library-clause'
import { restoreText } from './restore-text'

// Each of these is one act of a person on the clauses as a whole: what the outline offers, and the keys of the
// editor. Writing itself goes through the editor, which is bound to the same body.

/** The longest title kept. */
export const longestTitle = 500

export type Direction = 'up' | 'down'

/** Adds a clause after another one and all that belongs to it, or at the very end. Answers its id. */
export function addClause(root: Y.Map<unknown>, after?: string, title = ''): string {
  const clause = newClause(title)
  const found = after === undefined ? undefined : findClause(root, after)
  const row = found?.parent ?? ensureBody(root)
  row.insert(found ? found.index + 1 : row.length, [makeShared(clause)])
  return clause.attrs.id
}

/** Adds a clause before another one. Answers its id; undefined when the other is gone. */
export function addClauseBefore(root: Y.Map<unknown>, before: string, title = ''): string | undefined {
  const found = findClause(root, before)
  if (!found) return undefined
  const clause = newClause(title)
  found.parent.insert(found.index, [makeShared(clause)])
  return clause.attrs.id
}

/** Adds a clause as the last within another one. Answers its id; undefined when the other is gone or at the deepest level. */
export function addSubclause(root: Y.Map<unknown>, parent: string, title = ''): string | undefined {
  const found = findClause(root, parent)
  if (!found || found.level >= clauseDepth) return undefined
  const clause = newClause(title)
  found.element.insert(found.element.length, [makeShared(clause)])
  return clause.attrs.id
}

/**
 * Adds a decision of a workshop as a proposed clause, the last within another one, or with null at the very end.
 * Answers its id; undefined when the other is gone or at the deepest level.
 */
export function carryClause(root: Y.Map<unknown>, parent: string | null, carried: Carried): string | undefined {
  const clause = carriedClause(newId(), carried)
  const found = parent === null ? undefined : findClause(root, parent)
  if (parent !== null && (!found || found.level >= clauseDepth)) return undefined
  const row: Y.XmlFragment | Element = found?.element ?? ensureBody(root)
  row.insert(row.length, [makeShared(clause)])
  return clause.attrs.id
}

/**
 * Puts a whole clause after another one, or at the very end; where it would be too deep there, after what the other
 * belongs to. Answers the id that it got; undefined when the other is gone.
 */
export function insertClause(root: Y.Map<unknown>, given: Clause, after?: string): string | undefined {
  const clause = freshClause(given)
  const beside = after === undefined ? undefined : findClause(root, after)
  if (!clause || (after !== undefined && !beside)) return undefined
  const found = beside && shallowEnough(beside, clauseHeight(clause))
  const row = found?.parent ?? ensureBody(root)
  row.insert(found ? found.index + 1 : row.length, [makeShared(clause)])
  return clause.attrs.id
}

function shallowEnough(found: FoundClause, height: number): FoundClause {
  return found.outer && found.level + height - 1 > clauseDepth ? shallowEnough(found.outer, height) : found
}

/** A proposed clause is one of the agreement's own from now on. Answers whether it was proposed. */
export function confirmClause(root: Y.Map<unknown>, id: string): boolean {
  const found = findClause(root, id)
  if (found?.element.getAttribute('state') !== 'proposed') return false
  found.element.removeAttribute('state')
  return true
}

/** Takes a clause away with everything in it. */
export function removeClause(root: Y.Map<unknown>, id: string): boolean {
  const found = findClause(root, id)
  found?.parent.delete(found.index, 1)
  return found !== undefined
}

/** Gives a clause another title: words on one line, no longer than `longestTitle`. */
export function renameClause(root: Y.Map<unknown>, id: string, title: string): boolean {
  const found = findClause(root, id)
  if (!found) return false
  const words = oneLine(title)
  const element = found.element.toArray().find((child) => isElement(child, 'clauseTitle'))
  const texts = words === '' ? [] : [{ type: 'text', text: words }]
  if (!element) found.element.insert(0, [makeShared({ type: 'clauseTitle', content: texts })])
  else {
    const present = element.toArray().find((child) => child instanceof Y.XmlText)
    if (present) restoreText(present, texts)
    else if (texts.length > 0) element.insert(0, [makeShared(texts)])
  }
  return true
}

/**
 * Moves a clause past its neighbour of the same row. Answers whether there was one. Shared documents know no move,
 * only a new copy and a deletion, and what somebody is typing into the old one would be lost: so of the two that
 * change places, the one made anew is that in which nobody is `writing`.
 */
export function moveClause(
  root: Y.Map<unknown>,
  id: string,
  direction: Direction,
  writing: ReadonlySet<string> = new Set(),
): boolean {
  const found = findClause(root, id)
  const neighbour = found && neighbourOf(found, direction)
  if (!found || !neighbour) return false
  const [first, second] = direction === 'up' ? [neighbour, found] : [found, neighbour]
  const movesFirst = isWrittenIn(second.element, writing) && !isWrittenIn(first.element, writing)
  const [moved, stays] = movesFirst ? [first, second] : [second, first]
  const copy = moved.element.clone() as unknown as Y.XmlElement
  found.parent.delete(moved.index, 1)
  found.parent.insert(stays.index, [copy])
  return true
}

/** Makes a clause the last one within the clause before it. Answers whether that could be. */
export function indentClause(root: Y.Map<unknown>, id: string): boolean {
  const found = findClause(root, id)
  const into = found && neighbourOf(found, 'up')
  if (!found || !into || found.level + heightOf(found.element) > clauseDepth) return false
  const copy = found.element.clone() as unknown as Y.XmlElement
  found.parent.delete(found.index, 1)
  into.element.insert(into.element.length, [copy])
  return true
}

/** Takes a clause out of the one it belongs to, to stand right after it. Answers whether it belonged to any. */
export function outdentClause(root: Y.Map<unknown>, id: string): boolean {
  const found = findClause(root, id)
  const outer = found?.outer
  if (!found || !outer) return false
  const copy = found.element.clone() as unknown as Y.XmlElement
  found.parent.delete(found.index, 1)
  outer.parent.insert(outer.index + 1, [copy])
  return true
}

/** A clause where it stands in the shared document. */
export interface FoundClause {
  element: Element
  parent: Y.XmlFragment
  index: number
  level: number
  /** The clause it belongs to. */
  outer?: FoundClause
}

export function findClause(root: Y.Map<unknown>, id: string): FoundClause | undefined {
  const body = bodyOf(root)
  return body && findIn(body, id, 1)
}

function findIn(
  parent: Y.XmlFragment,
  id: string,
  level: number,
  outer?: FoundClause,
): FoundClause | undefined {
  for (const [index, child] of parent.toArray().entries()) {
    if (!isElement(child, 'clause')) continue
    const here: FoundClause = { element: child, parent, index, level, ...(outer ? { outer } : {}) }
    if (child.getAttribute('id') === id) return here
    const within = level < 60 ? findIn(child, id, level + 1, here) : undefined
    if (within) return within
  }
  return undefined
}

function neighbourOf(found: FoundClause, direction: Direction): FoundClause | undefined {
  const row = found.parent.toArray()
  const step = direction === 'up' ? -1 : 1
  for (let index = found.index + step; index >= 0 && index < row.length; index += step) {
    const element = row[index]
    if (isElement(element, 'clause')) return { ...found, element, index }
  }
  return undefined
}

export function isElement(child: unknown, name: string): child is Element {
  return child instanceof Y.XmlElement && child.nodeName === name
}

export function heightOf(element: Element, depth = 0): number {
  const clauses = depth < 60 ? element.toArray().filter((child) => isElement(child, 'clause')) : []
  return 1 + clauses.reduce((most, clause) => Math.max(most, heightOf(clause as Element, depth + 1)), 0)
}

function isWrittenIn(element: Element, writing: ReadonlySet<string>): boolean {
  const id = element.getAttribute('id')
  if (typeof id === 'string' && writing.has(id)) return true
  return element.toArray().some((child) => isElement(child, 'clause') && isWrittenIn(child, writing))
}

function newClause(title: string): Clause {
  const words = oneLine(title)
  return {
    type: 'clause',
    attrs: { id: newId() },
    content: [
      words === ''
        ? { type: 'clauseTitle' }
        : { type: 'clauseTitle', content: [{ type: 'text', text: words }] },
    ],
  }
}

function oneLine(title: string): string {
  return [...title.replace(/\s+/gu, ' ').trim()].slice(0, longestTitle).join('')
}
