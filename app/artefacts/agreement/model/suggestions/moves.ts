import { heightOf, subclausesOf } from '../clauses'
import { clauseDepth, type Clause } from '../content'

/** Where a clause is to stand: before another one of `into` (null: of the top row); `before` null: as its last. */
export interface WantedMove {
  id: string
  into: string | null
  before: string | null
}

/**
 * Moves clauses, one after the other. One whose place is gone, lies within itself or is too deep stays where it is; one
 * whose neighbour is gone becomes the last of its row.
 */
export function moveClauses(clauses: readonly Clause[], moves: readonly WantedMove[]): Clause[] {
  return moves.reduce(moveClause, [...clauses])
}

function moveClause(clauses: Clause[], { id, into, before }: WantedMove): Clause[] {
  const clause = find(clauses, id)
  if (!clause) return clauses
  const level = into === null ? 0 : levelOf(clauses, into)
  const isWithin = into !== null && find([clause], into) !== undefined
  if (level === undefined || isWithin || level + heightOf(clause) > clauseDepth) return clauses
  const left = without(clauses, id)
  if (into === null) return put(left, clause, before)
  return left.map((one) => putInto(one, into, clause, before))
}

function find(clauses: readonly Clause[], id: string): Clause | undefined {
  for (const clause of clauses) {
    const found = clause.attrs.id === id ? clause : find(subclausesOf(clause), id)
    if (found) return found
  }
  return undefined
}

function levelOf(clauses: readonly Clause[], id: string, level = 1): number | undefined {
  for (const clause of clauses) {
    const found = clause.attrs.id === id ? level : levelOf(subclausesOf(clause), id, level + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function without(clauses: readonly Clause[], id: string): Clause[] {
  return clauses.flatMap((clause) => {
    if (clause.attrs.id === id) return []
    return find(subclausesOf(clause), id) ? [withSubclauses(clause, without(subclausesOf(clause), id))] : [clause]
  })
}

function putInto(clause: Clause, into: string, moved: Clause, before: string | null): Clause {
  const subclauses = subclausesOf(clause)
  if (clause.attrs.id === into) return withSubclauses(clause, put(subclauses, moved, before))
  if (!find(subclauses, into)) return clause
  return withSubclauses(clause, subclauses.map((one) => putInto(one, into, moved, before)))
}

function put(row: readonly Clause[], clause: Clause, before: string | null): Clause[] {
  const found = row.findIndex(({ attrs }) => attrs.id === before)
  const at = found < 0 ? row.length : found
  return [...row.slice(0, at), clause, ...row.slice(at)]
}

function withSubclauses(clause: Clause, subclauses: readonly Clause[]): Clause {
  return { ...clause, content: [...clause.content.filter(({ type }) => type !== 'clause'), ...subclauses] }
}
