import type { Suggestion, SuggestionAct } from './list'

/** By clause, by whoever suggests or by organisation, each under a heading of its own; or all in one row by their time. */
export const suggestionOrders = ['place', 'author', 'organisation', 'newest', 'oldest'] as const

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

/** Those that are wanted, in the wanted order. They come, and stay within a group, in the order of their places. */
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
  if (order === 'newest') return wanted.sort((one, other) => other.by.at - one.by.at)
  if (order === 'oldest') return wanted.sort((one, other) => one.by.at - other.by.at)
  return groupsOf(wanted, order).flatMap(({ suggestions: group }) => group)
}

/** Suggestions of one clause, of one person or of one organisation. */
export interface SuggestionGroup {
  /** The clause's id, what tells the author from others, the organisation's name. */
  key: string
  suggestions: readonly Suggestion[]
}

/** In the order in which each group is come to first; people and organisations by name. */
export function groupsOf(suggestions: readonly Suggestion[], order: 'place' | 'author' | 'organisation'): SuggestionGroup[] {
  const groups = new Map<string, Suggestion[]>()
  for (const one of suggestions) {
    const key = keyOf(one, order)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const all = [...groups].map(([key, group]) => ({ key, suggestions: group }))
  return order === 'place' ? all : all.sort((one, other) => nameOf(one, order).localeCompare(nameOf(other, order), 'fi'))
}

/** Those from an imported file have no author's key: they are told apart by the name in it. */
function keyOf({ clause, by }: Suggestion, order: 'place' | 'author' | 'organisation'): string {
  if (order === 'place') return clause
  return order === 'author' ? by.author || `name:${by.name}` : by.organisation
}

const nameOf = ({ suggestions: [first] }: SuggestionGroup, order: 'author' | 'organisation'): string =>
  (order === 'author' ? first?.by.name : first?.by.organisation) ?? ''

/** How many suggestions there are in each clause, by its id. */
export function countByClause(suggestions: readonly Suggestion[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { clause } of suggestions) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  return counts
}
