import { blocksOf, type PlacedClause } from './clauses'
import type { Inline } from './content'
import { linesIn } from './inlines'

/**
 * Words or an atom in a clause's own blocks: how many letters stand before it there, titles and sub-clauses left out.
 * What is no text counts for one letter.
 */
export interface TextPlace {
  clause: string
  at: number
  length: number
}

/** Stands in a line's text for what is no text. */
export const atomSign = '\ufffc'

/** One paragraph of a clause, wherever it stands: in a list, in a table. */
export interface TextLine {
  clause: string
  /** How many letters stand before it in the clause. */
  at: number
  text: string
  inlines: readonly Inline[]
}

/** Every line of the agreement, in reading order. */
export function textLines(placed: readonly PlacedClause[]): TextLine[] {
  return placed.flatMap(({ id, clause }) => {
    let at = 0
    return linesIn(blocksOf(clause)).map((inlines): TextLine => {
      const text = inlines.map((inline) => (inline.type === 'text' ? inline.text : atomSign)).join('')
      const line = { clause: id, at, text, inlines }
      at += text.length
      return line
    })
  })
}

/** What is no text in the lines, with its place. */
export function atomsIn(lines: readonly TextLine[]): { atom: Exclude<Inline, { type: 'text' }>; place: TextPlace }[] {
  return lines.flatMap(({ clause, at, inlines }) => {
    let before = at
    return inlines.flatMap((inline) => {
      const place = { clause, at: before, length: 1 }
      before += inline.type === 'text' ? inline.text.length : 1
      return inline.type === 'text' ? [] : [{ atom: inline, place }]
    })
  })
}
