import { readAdvances, type Advances } from '../fonts/font-tables'
import { readFace } from '../fonts/faces.server'
import type { SettledInline } from '../settled'
import type { TextLook } from './styles.server'

/** The room that the words of a paragraph have, and how they are set. */
export interface Measure {
  /** Points. */
  width: number
  look: TextLook
  bold?: boolean
}

interface Letter {
  sign: string
  /** Points. */
  width: number
}

type WordFace = 'regular' | 'bold' | 'italic' | 'boldItalic'

// What no other face is taken for and no rule of another script speaks of.
const ordinary = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/u

const dashes = new Set(['-', '\u2013', '\u2014'])

/** Points: a word that ends so close to the margin may stand on either line. */
const tooClose = 0.5

const advances = new Map<WordFace, Advances>()

function advancesOf(face: WordFace): Advances {
  const known = advances.get(face) ?? readAdvances(readFace(face))
  advances.set(face, known)
  return known
}

/** Undefined where there is more than ordinary words. */
function lettersOf(children: readonly SettledInline[], { look, bold = false }: Measure): Letter[] | undefined {
  const letters: Letter[] = []
  for (const child of children) {
    if ((child.type !== 'text' && child.type !== 'reference') || child.tracked) return undefined
    const words = child.type === 'text' ? child.text : child.label
    if (!ordinary.test(words) || (child.type === 'text' && child.formatted)) return undefined
    const isBold = bold || look.bold === true || (child.type === 'text' && child.bold === true)
    const isItalic = child.type === 'text' && child.italic === true
    const widthOf = advancesOf(isBold ? (isItalic ? 'boldItalic' : 'bold') : isItalic ? 'italic' : 'regular')
    for (const sign of words) {
      const width = widthOf(sign.codePointAt(0) ?? 0)
      if (width === undefined) return undefined
      letters.push({ sign, width: width * look.size })
    }
  }
  return letters
}

/** What a line never breaks: the width of each, and of the spaces after it. */
function unbroken(letters: readonly Letter[]): { width: number; space: number }[] {
  const pieces: { width: number; space: number }[] = []
  letters.forEach(({ sign, width }, index) => {
    const before = letters[index - 1]?.sign ?? ' '
    const last = pieces.at(-1)
    if (sign === ' ') {
      if (last) last.space += width
      else pieces.push({ width: 0, space: width })
    } else if (!last || before === ' ' || (dashes.has(before) && !/[\d-]/.test(sign))) pieces.push({ width, space: 0 })
    else last.width += width
  })
  return pieces
}

/**
 * How many lines Word breaks ordinary words into: at spaces and after hyphens, without kerning. Undefined where something
 * else stands among them, or a word ends too close to the margin to tell.
 */
export function countLines(children: readonly SettledInline[], measure: Measure): number | undefined {
  const letters = lettersOf(children, measure)
  if (!letters || letters.length === 0) return undefined
  let lines = 1
  let position = 0
  for (const { width, space } of unbroken(letters)) {
    if (width > measure.width - tooClose || Math.abs(position + width - measure.width) < tooClose) return undefined
    if (position + width > measure.width) {
      lines += 1
      position = 0
    }
    position += width + space
  }
  return lines
}
