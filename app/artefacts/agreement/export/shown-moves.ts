import { subclausesOf } from '../model/clauses'
import type { Agreement, Clause } from '../model/content'
import type { SuggestedBy } from '../model/suggestion'

interface Move {
  clause: Clause
  by: SuggestedBy
  into: string | null
  before: string | null
}

/**
 * The agreement with each clause that is suggested to be moved in both places: taken away where it stands, put in where
 * it is to go. One whose place is not there any more only stands where it is.
 */
export function showMoves(content: Agreement): Agreement {
  const moves = movesIn(content.clauses).filter((move) => isPossible(content.clauses, move))
  if (moves.length === 0) return content
  return { ...content, clauses: rowWithMoves(content.clauses, null, moves) }
}

function movesIn(clauses: readonly Clause[]): Move[] {
  return clauses.flatMap((clause) => {
    const { suggestion } = clause.attrs
    const own: Move[] =
      suggestion?.does === 'move' ? [{ clause, by: suggestion, into: suggestion.into, before: suggestion.before }] : []
    return [...own, ...movesIn(subclausesOf(clause))]
  })
}

/** Its place is there, and not in the clause itself. */
function isPossible(clauses: readonly Clause[], { clause, into }: Move): boolean {
  return into === null || (hasClause(clauses, into) && !hasClause([clause], into))
}

function hasClause(clauses: readonly Clause[], id: string): boolean {
  return clauses.some((clause) => clause.attrs.id === id || hasClause(subclausesOf(clause), id))
}

function rowWithMoves(row: readonly Clause[], into: string | null, moves: readonly Move[]): Clause[] {
  const comers = moves.filter((move) => move.into === into)
  const isHere = ({ before }: Move) => before !== null && row.some(({ attrs }) => attrs.id === before)
  return [
    ...row.flatMap((clause) => [
      ...comers.filter(({ before }) => before === clause.attrs.id).map(arriving),
      leaving(clause, moves),
    ]),
    ...comers.filter((move) => !isHere(move)).map(arriving),
  ]
}

function leaving(clause: Clause, moves: readonly Move[]): Clause {
  const own = clause.content.filter((node) => node.type !== 'clause')
  const content = [...own, ...rowWithMoves(subclausesOf(clause), clause.attrs.id, moves)]
  const move = moves.find((one) => one.clause === clause)
  const attrs = move ? { ...clause.attrs, suggestion: { ...plainBy(move.by), does: 'delete' as const } } : clause.attrs
  return { ...clause, attrs, content }
}

function arriving({ clause, by }: Move): Clause {
  return { ...clause, attrs: { ...clause.attrs, suggestion: { ...plainBy(by), does: 'insert' } } }
}

const plainBy = ({ id, author, name, organisation, at }: SuggestedBy): SuggestedBy => ({ id, author, name, organisation, at })
