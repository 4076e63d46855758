import { placeClauses } from './clauses'
import type { Agreement } from './content'
import { definedTerms, termKey, type DefinedTerm } from './terms'
import { atomsIn, textLines, type TextPlace } from './text-places'

/** Who can be a party: the organisations of the project. */
export interface KnownOrganisation {
  id: string
  name: string
}

/** Something in the agreement that somebody should look at. Each leads to a clause, and most to a place in its text. */
export type Finding = { clause: string; place?: TextPlace } & (
  | { kind: 'emptyTitle' }
  | { kind: 'deadReference' }
  | { kind: 'missingAnnex' }
  | { kind: 'emptyFootnote' }
  | { kind: 'missingParty'; name: string }
  | { kind: 'outdatedParty'; name: string; now: string }
  | { kind: 'definedTwice'; term: string }
  | { kind: 'neverUsed'; term: string }
  | { kind: 'otherCase' | 'otherSpelling'; term: string; words: string }
)

export interface Review {
  /** In reading order. */
  findings: Finding[]
  terms: DefinedTerm[]
}

/** Looks the whole agreement over: what leads nowhere, who is no party, how terms are used. */
export function reviewAgreement(content: Agreement, organisations: readonly KnownOrganisation[]): Review {
  const placed = placeClauses(content)
  const terms = definedTerms(placed)
  const found = [
    ...placed.filter(({ title }) => title.trim() === '').map(({ id }): Finding => ({ kind: 'emptyTitle', clause: id })),
    ...atomFindings(content, organisations),
    ...termFindings(terms),
  ]
  const order = new Map(placed.map(({ id }, index) => [id, index]))
  const rank = ({ clause }: Finding) => order.get(clause) ?? 0
  const findings = found.sort((one, other) => rank(one) - rank(other) || (one.place?.at ?? -1) - (other.place?.at ?? -1))
  return { findings, terms }
}

function atomFindings(content: Agreement, organisations: readonly KnownOrganisation[]): Finding[] {
  const placed = placeClauses(content)
  const clauses = new Set(placed.map(({ id }) => id))
  const annexes = new Set(content.annexes?.map(({ id }) => id))
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return atomsIn(textLines(placed)).flatMap(({ atom, place }): Finding[] => {
    const here = { clause: place.clause, place }
    if (atom.type === 'clauseReference') return clauses.has(atom.attrs.clause) ? [] : [{ kind: 'deadReference', ...here }]
    if (atom.type === 'annexReference') return annexes.has(atom.attrs.annex) ? [] : [{ kind: 'missingAnnex', ...here }]
    if (atom.type === 'footnote') return atom.attrs.words.trim() === '' ? [{ kind: 'emptyFootnote', ...here }] : []
    if (atom.type !== 'party') return []
    const { name } = atom.attrs
    const now = names.get(atom.attrs.organisation)
    if (now === undefined) return [{ kind: 'missingParty', name, ...here }]
    return now === name ? [] : [{ kind: 'outdatedParty', name, now, ...here }]
  })
}

function termFindings(terms: readonly DefinedTerm[]): Finding[] {
  const seen = new Set<string>()
  return terms.flatMap(({ term, place, uses }): Finding[] => {
    const here = { clause: place.clause, place }
    const key = termKey(term)
    if (seen.has(key)) return [{ kind: 'definedTwice', term, ...here }]
    seen.add(key)
    if (uses.length === 0) return [{ kind: 'neverUsed', term, ...here }]
    return uses.flatMap(({ place: at, words, differs }): Finding[] => {
      if (!differs) return []
      return [{ kind: differs === 'case' ? 'otherCase' : 'otherSpelling', term, words, clause: at.clause, place: at }]
    })
  })
}
