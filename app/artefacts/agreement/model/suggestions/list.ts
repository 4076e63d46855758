import { subclausesOf } from '../clauses'
import type { Agreement, Clause } from '../content'
import type { SuggestedBy } from '../suggestion'
import { partsOf, type SuggestionPart } from './parts'

/** What a suggestion comes to, as a list says it. `split` and `join`: of paragraphs alone, without other words. */
export type SuggestionAct =
  | 'insert'
  | 'delete'
  | 'replace'
  | 'format'
  | 'split'
  | 'join'
  | 'insertClause'
  | 'deleteClause'
  | 'moveClause'

/** One act of a person, whose parts may stand in several places. */
export interface Suggestion {
  id: string
  by: SuggestedBy
  /** The id of the clause in which its first part stands, or which it is about. */
  clause: string
  does: SuggestionAct
  /** Words that are put in, and that are taken out; of a clause its title. No longer than `longestExcerpt`. */
  added: string
  removed: string
  /** `+bold`, `-italic`, `+link https://…` with the words that they are about in `around.words`. */
  formats: readonly string[]
  /** What stands before the first part in its paragraph and after the last one there, and what a format is about. */
  around: { before: string; words: string; after: string }
  /** Where a clause is to go. */
  to?: { into: string | null; before: string | null }
}

export const longestExcerpt = 280

/** Every open suggestion once, in reading order of its first part. */
export function listSuggestions(content: Agreement): Suggestion[] {
  const byId = new Map<string, SuggestionPart[]>()
  const visit = (clause: Clause) => {
    for (const part of partsOf(clause)) {
      const parts = byId.get(part.by.id)
      if (parts) parts.push(part)
      else byId.set(part.by.id, [part])
    }
    subclausesOf(clause).forEach(visit)
  }
  content.clauses.forEach(visit)
  return [...byId.values()].flatMap((parts) => suggestionOf(parts))
}

/** How many suggestions wait for somebody to decide on them. */
export function openSuggestions(content: Agreement): number {
  const ids = new Set<string>()
  const visit = (clause: Clause) => {
    for (const { by } of partsOf(clause)) ids.add(by.id)
    subclausesOf(clause).forEach(visit)
  }
  content.clauses.forEach(visit)
  return ids.size
}

function suggestionOf(parts: readonly SuggestionPart[]): Suggestion[] {
  const known = made.get(parts[0] as SuggestionPart)
  if (known && known.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
    return [known.suggestion]
  }
  const [first] = parts
  if (!first) return []
  const about = parts.find(({ does }) => isOfClause(does)) ?? first
  const suggestion: Suggestion = {
    id: about.by.id,
    by: about.by,
    clause: about.clause,
    does: actOf(parts),
    added: excerpt(parts.filter(({ does }) => does === 'insert' || does === 'insertClause' || does === 'split')),
    removed: excerpt(parts.filter(({ does }) => does === 'delete' || does === 'deleteClause' || does === 'join')),
    formats: [...new Set(parts.flatMap(({ change }) => change ?? []))],
    around: {
      before: first.before,
      words: excerpt(parts.filter(({ does }) => does === 'format' || does === 'moveClause')),
      after: lastBeside(parts, first).after,
    },
    ...(about.to ? { to: about.to } : {}),
  }
  made.set(first, { parts, suggestion })
  return [suggestion]
}

/** Of suggestions whose parts are the same as before, the same object: what shows them draws nothing anew. */
const made = new WeakMap<SuggestionPart, { parts: readonly SuggestionPart[]; suggestion: Suggestion }>()

function actOf(parts: readonly SuggestionPart[]): SuggestionAct {
  const does = new Set(parts.map((part) => part.does))
  for (const act of ['insertClause', 'deleteClause', 'moveClause'] as const) if (does.has(act)) return act
  if (does.has('insert')) return does.has('delete') || does.has('join') ? 'replace' : 'insert'
  if (does.has('delete')) return does.has('split') ? 'replace' : 'delete'
  if (does.has('split')) return 'split'
  return does.has('join') ? 'join' : 'format'
}

/** The last part in the paragraph of the first, as far as that can be told: what follows it is no part of the suggestion. */
function lastBeside(parts: readonly SuggestionPart[], first: SuggestionPart): SuggestionPart {
  const own = parts.filter(({ clause, block }) => clause === first.clause && block === first.block)
  return own.at(-1) ?? first
}

function isOfClause(does: SuggestionPart['does']): boolean {
  return does === 'insertClause' || does === 'deleteClause' || does === 'moveClause'
}

function excerpt(parts: readonly SuggestionPart[]): string {
  const words = parts.map(({ text }) => text).join('')
  const letters = [...words]
  return letters.length > longestExcerpt ? `${letters.slice(0, longestExcerpt - 1).join('')}…` : words
}
