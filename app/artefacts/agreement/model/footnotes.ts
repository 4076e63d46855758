import type { PlacedClause } from './clauses'
import type { Clause, Inline } from './content'
import { inlinesOf } from './inlines'

export interface PlacedFootnote {
  /** From one on, through the whole agreement. */
  number: number
  words: string
  /** The id of the clause that it stands in. */
  clause: string
  footnote: Inline
}

/** Every footnote in reading order, with its number. */
export function placeFootnotes(placed: readonly PlacedClause[]): PlacedFootnote[] {
  const footnotes: PlacedFootnote[] = []
  for (const { id, clause } of placed) {
    for (const footnote of footnotesIn(clause)) {
      footnotes.push({ number: footnotes.length + 1, words: footnote.attrs.words, clause: id, footnote })
    }
  }
  return footnotes
}

type Footnote = Extract<Inline, { type: 'footnote' }>

// A clause that has not changed is the same object at each reading.
const known = new WeakMap<Clause, readonly Footnote[]>()

function footnotesIn(clause: Clause): readonly Footnote[] {
  const found = known.get(clause) ?? inlinesOf(clause).filter((inline) => inline.type === 'footnote')
  known.set(clause, found)
  return found
}
