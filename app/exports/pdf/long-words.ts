import type { SettledInline } from '../settled'

// Lines are set ragged: at some 85 letters a line, only a word this long leaves a gap worth a hyphen. Letting Typst
// look for hyphens in every word costs half of a document's time and breaks words that would have fitted.
const longWord = /(\p{Letter}{15,})/u

// A hash or the like: neither letters of a language nor anything with a place to break it.
const longCode = /((?=\p{Letter}*\p{Number})[\p{Letter}\p{Number}]{32,})/u
const piece = /.{1,8}/gsu

/** A run of text as the template reads it: only long words may be hyphenated, and a code breaks between its pieces. */
export type MarkedInline = SettledInline & { hyphenate?: boolean; pieces?: string[] }

/** Takes text apart at what would run out of a narrow cell: a code may break after every few signs, and has no hyphen. */
export function markLongCodes(children: readonly SettledInline[]): MarkedInline[] {
  return children.flatMap((child): MarkedInline[] => {
    if (child.type !== 'text' || !longCode.test(child.text)) return [child]
    return child.text
      .split(longCode)
      .filter((part) => part !== '')
      .map((text) => ({ ...child, text, ...(longCode.test(text) ? { pieces: text.match(piece) ?? [text] } : {}) }))
  })
}

/** Takes text apart at its long words. */
export function markLongWords(children: readonly SettledInline[]): MarkedInline[] {
  return children.flatMap((child): MarkedInline[] => {
    if (child.type !== 'text' || !longWord.test(child.text)) return [child]
    return child.text
      .split(longWord)
      .filter((part) => part !== '')
      .map((text) => ({ ...child, text, ...(longWord.test(text) ? { hyphenate: true } : {}) }))
  })
}
