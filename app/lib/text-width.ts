import { advances, measuredLetters } from './text-advances'

/** The weights that pictures use. */
export type TextWeight = 400 | 600 | 700

const widths: Record<TextWeight, Map<string, number>> = {
  400: widthsOf(400),
  600: widthsOf(600),
  700: widthsOf(700),
}

/**
 * How wide a text is in Atkinson Hyperlegible Next, in the unit of `size`, without kerning and without a DOM.
 * Letters that the face lacks are counted as wide as in the faces that stand in for it, at most.
 */
export function textWidth(text: string, size: number, weight: TextWeight = 400): number {
  let thousandths = 0
  for (const letter of text) thousandths += letterWidth(letter, weight)
  return (thousandths * size) / 1000
}

/**
 * The lines of a text that is `width` wide at most: broken at white space, after a hyphen or a slash, and
 * within a word only where the word alone is wider than a line. Line feeds are kept; runs of spaces become
 * one. At least one line, which may be empty.
 */
export function wrapText(text: string, width: number, size: number, weight: TextWeight = 400): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => wrapLine(line, width, size, weight))
}

/** The first `count` lines; where there are more, the last ends in an ellipsis that fits. */
export function clampLines(
  lines: readonly string[],
  count: number,
  width: number,
  size: number,
  weight: TextWeight = 400,
): string[] {
  if (lines.length <= count) return [...lines]
  const kept = lines.slice(0, Math.max(count, 1))
  let last = kept[kept.length - 1] ?? ''
  while (last && textWidth(`${last}…`, size, weight) > width) last = [...last].slice(0, -1).join('')
  return [...kept.slice(0, -1), `${last.trimEnd()}…`]
}

function wrapLine(text: string, width: number, size: number, weight: TextWeight): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    for (const [index, part] of breakable(word).entries()) {
      const joined = line && index === 0 ? `${line} ${part}` : `${line}${part}`
      if (textWidth(joined, size, weight) <= width) {
        line = joined
        continue
      }
      if (line) lines.push(line)
      const pieces = cutToWidth(part, width, size, weight)
      lines.push(...pieces.slice(0, -1))
      line = pieces[pieces.length - 1] ?? ''
    }
  }
  return [...lines, line]
}

/** A word at its hyphens and slashes, each kept at the end of its part. */
function breakable(word: string): string[] {
  return word.match(/[^-/–]*[-/–]+|[^-/–]+$/g) ?? [word]
}

function cutToWidth(word: string, width: number, size: number, weight: TextWeight): string[] {
  const pieces: string[] = []
  let piece = ''
  let pieceWidth = 0
  for (const letter of word) {
    const letterAdvance = (letterWidth(letter, weight) * size) / 1000
    // Marks that join the letter before them have no width, and so never start a line.
    if (piece && letterAdvance > 0 && pieceWidth + letterAdvance > width) {
      pieces.push(piece)
      piece = ''
      pieceWidth = 0
    }
    piece += letter
    pieceWidth += letterAdvance
  }
  return [...pieces, piece]
}

function letterWidth(letter: string, weight: TextWeight): number {
  return widths[weight].get(letter) ?? widthInOtherFaces(letter)
}

// DejaVu Sans stands in for other scripts and arrows, Noto Emoji for pictures: their usual widths, rounded
// up.
function widthInOtherFaces(letter: string): number {
  if (/[\p{Mark}\p{Control}\p{Format}\p{Variation_Selector}]/u.test(letter)) return 0
  if (/\p{Extended_Pictographic}/u.test(letter)) return 1275
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter)) return 1000
  return /[\p{Letter}\p{Number}]/u.test(letter) ? 690 : 840
}

function widthsOf(weight: TextWeight): Map<string, number> {
  const known = new Map<string, number>()
  for (const [index, letter] of measuredLetters.entries()) {
    const width = advances[weight][index]
    if (width) known.set(letter, width)
  }
  return known
}
