import type { PlacedClause } from './clauses'
import type { Inline } from './content'
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
    for (const inline of inlinesOf(clause)) {
      if (inline.type !== 'footnote') continue
      footnotes.push({ number: footnotes.length + 1, words: inline.attrs.words, clause: id, footnote: inline })
    }
  }
  return footnotes
}
