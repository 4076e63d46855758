import type * as Y from 'yjs'
import { clauseDepth, type Clause } from '../content'
import { bodyOf } from '../document'
import type { Element } from '../elements'
import {
  addClause,
  addClauseBefore,
  addSubclause,
  findClause,
  heightOf,
  insertClause,
  isElement,
  removeClause,
  type FoundClause,
} from '../operations'
import { clauseSuggestionSchema, type ClauseSuggestion, type SuggestedBy } from '../suggestion'

// What a clause carries is one suggestion: whoever comes second is told so, and nobody's suggestion is lost.

/** `taken`: somebody else suggests something about the clause already. `nowhere`: it cannot be done from where it stands. */
export type SuggestedAct = 'done' | 'taken' | 'nowhere'

/** `after` undefined: at the very end. */
export type NewPlace = { after?: string } | { before: string } | { within: string }

/** Suggests a new clause. Answers its id; undefined when the place is gone or too deep. */
export function suggestNewClause(root: Y.Map<unknown>, place: NewPlace, by: SuggestedBy): string | undefined {
  const id =
    'before' in place
      ? addClauseBefore(root, place.before)
      : 'within' in place
        ? addSubclause(root, place.within)
        : addClause(root, place.after)
  if (id !== undefined) findClause(root, id)?.element.setAttribute('suggestion', { ...by, does: 'insert' })
  return id
}

/** The same with a clause that has words already, after another one or at the very end. Answers its id, if it was put in. */
export function suggestWholeClause(
  root: Y.Map<unknown>,
  clause: Clause,
  after: string | undefined,
  by: SuggestedBy,
): string | undefined {
  const id = insertClause(root, clause, after)
  if (id !== undefined) findClause(root, id)?.element.setAttribute('suggestion', { ...by, does: 'insert' })
  return id
}

/** Suggests to take a clause away with all in it. One that one has suggested oneself goes at once. */
export function suggestRemoval(root: Y.Map<unknown>, id: string, by: SuggestedBy): SuggestedAct {
  const found = findClause(root, id)
  if (!found) return 'nowhere'
  const present = suggestionOf(found.element)
  if (present && present.author !== by.author) return 'taken'
  if (present?.does === 'insert') removeClause(root, id)
  else found.element.setAttribute('suggestion', { ...by, does: 'delete' })
  return 'done'
}

export type SuggestedMove = 'up' | 'down' | 'indent' | 'outdent'

/**
 * Suggests to move a clause. It stays where it is, and carries where it is to go; a second move goes on from there. Back
 * where it stands, nothing is suggested any more.
 */
export function suggestMove(root: Y.Map<unknown>, id: string, move: SuggestedMove, by: SuggestedBy): SuggestedAct {
  const found = findClause(root, id)
  if (!found) return 'nowhere'
  const present = suggestionOf(found.element)
  if (present && present.author !== by.author) return 'taken'
  if (present && present.does !== 'move') return 'nowhere'
  const from = present ? { into: present.into, before: present.before } : placeOf(found)
  const to = nextPlace(root, found, from, move)
  if (!to) return 'nowhere'
  const stands = placeOf(found)
  if (to.into === stands.into && to.before === stands.before) found.element.removeAttribute('suggestion')
  else found.element.setAttribute('suggestion', { ...(present ?? by), ...to, does: 'move' })
  return 'done'
}

interface ClausePlace {
  into: string | null
  before: string | null
}

function placeOf({ element, parent, outer }: FoundClause): ClausePlace {
  const row = idsIn(parent)
  const next = row[row.indexOf(idOf(element)) + 1]
  return { into: outer ? idOf(outer.element) : null, before: next ?? null }
}

function nextPlace(
  root: Y.Map<unknown>,
  found: FoundClause,
  { into, before }: ClausePlace,
  move: SuggestedMove,
): ClausePlace | undefined {
  const outer = into === null ? undefined : findClause(root, into)
  const parent = outer?.element ?? bodyOf(root)
  if (!parent || (into !== null && !outer)) return undefined
  // The row as it would be without the clause itself, and the place in it.
  const row = idsIn(parent).filter((id) => id !== idOf(found.element))
  const at = before === null || !row.includes(before) ? row.length : row.indexOf(before)
  switch (move) {
    case 'up':
      return at > 0 ? { into, before: row[at - 1] ?? null } : undefined
    case 'down':
      return at < row.length ? { into, before: row[at + 1] ?? null } : undefined
    case 'indent': {
      const neighbour = row[at - 1]
      const level = (outer?.level ?? 0) + 1
      if (neighbour === undefined || level + heightOf(found.element) > clauseDepth) return undefined
      return { into: neighbour, before: null }
    }
    case 'outdent': {
      if (!outer) return undefined
      const place = placeOf(outer)
      return place.before === idOf(found.element) ? placeOf(found) : place
    }
  }
}

function idsIn(parent: Y.XmlFragment | Element): string[] {
  return parent.toArray().flatMap((child) => (isElement(child, 'clause') ? [idOf(child)] : []))
}

function idOf(element: Element): string {
  const id = element.getAttribute('id')
  return typeof id === 'string' ? id : ''
}

function suggestionOf(element: Element): ClauseSuggestion | undefined {
  return clauseSuggestionSchema.safeParse(element.getAttribute('suggestion')).data
}
