import type { Suggestion, SuggestionAct } from './list'

export const suggestionOrders = ['place', 'newest', 'oldest'] as const

export type SuggestionOrder = (typeof suggestionOrders)[number]

/** What a suggestion is about, as one narrows a list. */
export const suggestionKinds = ['words', 'formatting', 'clauses'] as const

export type SuggestionKind = (typeof suggestionKinds)[number]

/** Empty: whichever. */
export interface SuggestionFilter {
  author: string
  organisation: string
  clause: string
  kind: SuggestionKind | ''
}

export const everySuggestion: SuggestionFilter = { author: '', organisation: '', clause: '', kind: '' }

export function kindOf(does: SuggestionAct): SuggestionKind {
  if (does === 'format') return 'formatting'
  return does === 'insertClause' || does === 'deleteClause' || does === 'moveClause' ? 'clauses' : 'words'
}

/** Those that are wanted, in the wanted order. They come in the order of their places. */
export function narrow(
  suggestions: readonly Suggestion[],
  { author, organisation, clause, kind }: SuggestionFilter,
  order: SuggestionOrder,
): Suggestion[] {
  const wanted = suggestions.filter(
    (one) =>
      (author === '' || one.by.author === author) &&
      (organisation === '' || one.by.organisation === organisation) &&
      (clause === '' || one.clause === clause) &&
      (kind === '' || kindOf(one.does) === kind),
  )
  if (order === 'place') return wanted
  return wanted.sort((one, other) => (order === 'newest' ? other.by.at - one.by.at : one.by.at - other.by.at))
}

/** How many suggestions there are in each clause, by its id. */
export function countByClause(suggestions: readonly Suggestion[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { clause } of suggestions) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  return counts
}
