import type { Coverage } from './coverage'

// Joiners, soft hyphens and variation selectors shape their neighbours and need no glyph of their own.
const shaping = /^[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u

/** Stands where a letter is that no font at hand can draw: archival PDF forbids the empty box fonts draw by themselves. */
export const placeholder = '□'

/** The text with every character that the fonts cannot draw replaced by a visible placeholder. */
export function printable(text: string, covers: Coverage): string {
  return text.replace(/[^\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff]/gu, (character) =>
    covers(character.codePointAt(0) ?? 0) || shaping.test(character) ? character : placeholder,
  )
}

/** As `printable`, for one face alone: no joiners, no combined marks, nothing that takes another font to shape. */
export function printableInFace(text: string, covers: Coverage, drawsPlaceholder: boolean): string {
  const stand = drawsPlaceholder ? placeholder : '?'
  return text
    .replace(/[\p{Mark}\u00ad\u200b-\u200f\u2060]/gu, '')
    .replace(/[^\n\t\u0020-\u007e]/gu, (character) => (covers(character.codePointAt(0) ?? 0) ? character : stand))
}
