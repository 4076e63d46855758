/** How wide and how tall text is, without a screen: for pictures, and for boxes that grow with their words. */

export type TextWeight = 'regular' | 'bold'

/** One line's height as a multiple of the type size, on screen and in pictures alike. */
export const lineHeight = 1.35

// Advance widths in thousandths of the type size: Atkinson Hyperlegible Next 400 and 700, the `hmtx` table of the
// TTF files that the exports embed (tests/unit/artefacts/shared/text-width.test.ts compares). U+0020 to U+007E.
const ascii: Record<TextWeight, readonly number[]> = {
  regular: [
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588, 598,
    510, 615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824,
    693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564,
    538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344,
    237, 344, 555,
  ],
  bold: [
    312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 607, 626,
    537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663, 552, 858,
    717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596,
    563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 539, 521, 505, 381,
    254, 381, 537,
  ],
}

const others: Record<TextWeight, ReadonlyMap<string, number>> = {
  regular: new Map([
    ['\u00a0', 280], ['§', 528], ['«', 562], ['°', 352], ['·', 240], ['»', 562], ['Æ', 891], ['×', 532], ['Ø', 714],
    ['ß', 582], ['æ', 866], ['÷', 606], ['ø', 548], ['Œ', 1006], ['œ', 924], ['–', 504], ['—', 824], ['‘', 236],
    ['’', 236], ['“', 399], ['”', 399], ['„', 399], ['•', 438], ['…', 670], ['€', 664], ['−', 606], ['≥', 579],
  ]),
  bold: new Map([
    ['\u00a0', 312], ['§', 555], ['«', 649], ['°', 394], ['·', 294], ['»', 649], ['Æ', 966], ['×', 536], ['Ø', 746],
    ['ß', 621], ['æ', 878], ['÷', 595], ['ø', 576], ['Œ', 1024], ['œ', 936], ['–', 501], ['—', 832], ['‘', 269],
    ['’', 269], ['“', 479], ['”', 479], ['„', 479], ['•', 438], ['…', 780], ['€', 678], ['−', 595], ['≥', 591],
  ]),
}

// Letters that the face lacks come from another; an em is as wide as they get.
const unknownNarrow = 650
const unknownWide = 1000
const firstWide = 0x1100
const emAsThousandths = 1000

/** The width of one line of text at a type size, in the units of the size. Never too narrow by more than a kerning pair. */
export function textWidth(text: string, size: number, weight: TextWeight = 'regular'): number {
  let thousandths = 0
  for (const letter of text) thousandths += advance(letter, weight)
  return (thousandths * size) / emAsThousandths
}

function advance(letter: string, weight: TextWeight): number {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x20 && code <= 0x7e) return ascii[weight][code - 0x20] ?? unknownNarrow
  const known = others[weight].get(letter)
  if (known !== undefined) return known
  // An accented letter is as wide as its plain one; a combining accent on its own has no width.
  const plain = letter.normalize('NFD')
  if (plain !== letter) return advance(plain.charAt(0), weight)
  if (code >= 0x300 && code <= 0x36f) return 0
  return code >= firstWide ? unknownWide : unknownNarrow
}

/**
 * Breaks text into lines no wider than `width`, as a browser does with `overflow-wrap: anywhere`: at line feeds,
 * at spaces, after hyphens, and within a word that alone is too long. At least one line, which may be empty.
 */
export function wrapText(text: string, width: number, size: number, weight: TextWeight = 'regular'): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => wrapLine(line, width, size, weight))
}

function wrapLine(line: string, width: number, size: number, weight: TextWeight): string[] {
  const lines: string[] = []
  let current = ''
  for (const piece of line.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? []) {
    if (textWidth((current + piece).trimEnd(), size, weight) <= width) {
      current += piece
      continue
    }
    if (current.trim() !== '') lines.push(current.trimEnd())
    const pieces = piece.trim() === '' ? [''] : breakWord(piece, width, size, weight)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1) ?? ''
  }
  lines.push(current.trimEnd())
  return lines
}

function breakWord(word: string, width: number, size: number, weight: TextWeight): string[] {
  const pieces: string[] = []
  let piece = ''
  let pieceWidth = 0
  for (const letter of word) {
    const letterWidth = textWidth(letter, size, weight)
    if (piece !== '' && pieceWidth + letterWidth > width) {
      pieces.push(piece)
      piece = ''
      pieceWidth = 0
    }
    piece += letter
    pieceWidth += letterWidth
  }
  return [...pieces, piece]
}
