import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { textWidth, wrapText, type TextWeight } from '../../../../app/artefacts/shared/text-width'

const require = createRequire(import.meta.url)
const folder = '@expo-google-fonts/atkinson-hyperlegible-next'
const files: Record<TextWeight, string> = {
  regular: `${folder}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  bold: `${folder}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
}

describe('the width of text without a screen', () => {
  test.each(['regular', 'bold'] as const)('is that of the face that the exports embed, in %s', (weight) => {
    const advanceOf = readAdvances(readFileSync(require.resolve(files[weight])))
    const finnish = 'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789'
    const letters = [...finnish, ...' .,;:!?()-–—‘’“”„€§%&/•…×÷·«»°−≥éüõšžßÆØŒæøœ\u00a0']
    const wrong = letters.filter((letter) => textWidth(letter, 1000, weight) !== advanceOf(letter))
    expect(wrong).toEqual([])
  })

  test('letters that the face lacks still take room', () => {
    expect(textWidth('漢字', 10)).toBe(20)
    expect(textWidth('я', 10)).toBeGreaterThan(5)
  })
})

describe('breaking text into lines', () => {
  test('breaks at spaces and after hyphens, and keeps every word', () => {
    const text = 'Pohjois-Pohjanmaan elinkeino-, liikenne- ja ympäristökeskus'
    const lines = wrapText(text, 120, 16)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.every((line) => textWidth(line, 16) <= 120)).toBe(true)
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  test('breaks within a word that alone is too long', () => {
    const lines = wrapText('työllistymispalvelukokonaisuus', 60, 16)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join('')).toBe('työllistymispalvelukokonaisuus')
  })

  test('keeps the line feeds that were written, and an empty text is one empty line', () => {
    expect(wrapText('yksi\n\nkaksi', 500, 16)).toEqual(['yksi', '', 'kaksi'])
    expect(wrapText('', 500, 16)).toEqual([''])
  })

  test('ends even where not one letter fits', () => {
    expect(wrapText('abc', 0, 16)).toEqual(['a', 'b', 'c'])
  })
})

/** The advance width of a letter in thousandths of an em, read from a TTF's cmap (format 4) and hmtx tables. */
function readAdvances(font: Buffer): (letter: string) => number {
  const tables = new Map<string, number>()
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8))
  }
  const at = (name: string) => tables.get(name) ?? 0
  const longMetrics = font.readUInt16BE(at('hhea') + 34)
  const subtable = unicodeSubtable(font, at('cmap'))
  return (letter) => {
    const glyph = glyphOf(font, subtable, letter.codePointAt(0) ?? 0)
    return font.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, longMetrics - 1))
  }
}

function unicodeSubtable(font: Buffer, cmap: number): number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const entry = cmap + 4 + 8 * index
    const isWindowsUnicode = font.readUInt16BE(entry) === 3 && font.readUInt16BE(entry + 2) === 1
    if (isWindowsUnicode) return cmap + font.readUInt32BE(entry + 4)
  }
  throw new Error('no Unicode table in the font')
}

function glyphOf(font: Buffer, subtable: number, code: number): number {
  const doubledSegments = font.readUInt16BE(subtable + 6)
  for (let offset = 0; offset < doubledSegments; offset += 2) {
    if (font.readUInt16BE(subtable + 14 + offset) < code) continue
    const startAt = subtable + 16 + doubledSegments + offset
    const start = font.readUInt16BE(startAt)
    if (start > code) return 0
    const delta = font.readInt16BE(startAt + doubledSegments)
    const rangeAt = startAt + 2 * doubledSegments
    const range = font.readUInt16BE(rangeAt)
    if (range === 0) return (code + delta) & 0xffff
    return (font.readUInt16BE(rangeAt + range + 2 * (code - start)) + delta) & 0xffff
  }
  return 0
}
