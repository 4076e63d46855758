import type { SettledInline } from '../settled'

// Lines are set ragged: at some 85 letters a line, only a word this long leaves a gap worth a hyphen. Letting Typst
// look for hyphens in every word costs half of a document's time and breaks words that would have fitted.
const longWord = /(\p{Letter}{15,})/u

/** A run of text as the template reads it: only long words may be hyphenated. */
export type MarkedInline = SettledInline & { hyphenate?: boolean }

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
