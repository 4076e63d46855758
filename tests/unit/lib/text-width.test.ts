import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measuredLetters } from '../../../app/lib/text-advances'
import { clampLines, textWidth, wrapText, type TextWeight } from '../../../app/lib/text-width'

const require = createRequire(import.meta.url)

const faces: Record<TextWeight, string> = {
  400: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  600: '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  700: '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
}

describe('the width of a text in a picture', () => {
  it.each([400, 600, 700] as const)('is that of the face itself, at weight %i', (weight) => {
    const inFace = advancesInFace(faces[weight])
    for (const letter of measuredLetters) {
      const advance = inFace(letter.codePointAt(0) ?? 0)
      if (advance) expect([letter, textWidth(letter, 1000, weight)]).toEqual([letter, advance])
    }
  })

  it('counts nothing for an accent that joins its letter, and something for every other sign', () => {
    expect(textWidth('e\u0301', 16)).toBe(textWidth('e', 16))
    for (const letter of ['Ж', '字', '🙂', '→', 'α']) expect(textWidth(letter, 16)).toBeGreaterThan(5)
  })
})

describe('breaking a text into lines', () => {
  it('keeps whole words together where they fit', () => {
    const lines = wrapText('Palvelutarpeen arviointi tehdään yhdessä asiakkaan kanssa', 180, 16)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join(' ')).toBe('Palvelutarpeen arviointi tehdään yhdessä asiakkaan kanssa')
  })

  it('breaks a word that is wider than a line, and loses no letter of it', () => {
    const word = 'työllisyyspalveluidenjärjestämisvastuunsiirtyminen'
    const lines = wrapText(word, 100, 16)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join('')).toBe(word)
  })

  it('breaks after a hyphen or a slash', () => {
    expect(wrapText('Pohjois-Pohjanmaan', textWidth('Pohjanmaan', 16) + 1, 16)).toEqual([
      'Pohjois-',
      'Pohjanmaan',
    ])
  })

  it('keeps the lines that somebody made', () => {
    expect(wrapText('yksi\n\nkaksi', 500, 16)).toEqual(['yksi', '', 'kaksi'])
    expect(wrapText('', 500, 16)).toEqual([''])
  })

  it('never makes a line wider than asked, and never loses a letter, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, 16)
        for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('shows by an ellipsis that more lines follow', () => {
    expect(clampLines(['yksi', 'kaksi', 'kolme'], 2, 100, 16)).toEqual(['yksi', 'kaksi…'])
    expect(clampLines(['yksi'], 2, 100, 16)).toEqual(['yksi'])
  })
})

/** Reads the `cmap` (format 4) and `hmtx` tables of a TrueType file. */
function advancesInFace(path: string): (codePoint: number) => number | undefined {
  const file = readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${path}`))
  const tables = new Map<string, number>()
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8))
  }
  const at = (name: string) => tables.get(name) ?? 0
  const measured = file.readUInt16BE(at('hhea') + 34)
  const map = characterMap(file, at('cmap'))
  return (codePoint) => {
    const glyph = map(codePoint)
    return glyph ? file.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, measured - 1)) : undefined
  }
}

function characterMap(file: Buffer, cmap: number): (codePoint: number) => number {
  let start = 0
  for (let index = 0; index < file.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + file.readUInt32BE(cmap + 8 + 8 * index)
    if (file.readUInt16BE(table) === 4) start = table
  }
  const segments = file.readUInt16BE(start + 6) / 2
  const row = (number: number, index: number) =>
    start + 14 + (number > 0 ? 2 : 0) + (number * segments + index) * 2
  return (codePoint) => {
    for (let index = 0; index < segments; index += 1) {
      if (codePoint > file.readUInt16BE(row(0, index))) continue
      if (codePoint < file.readUInt16BE(row(1, index))) return 0
      const delta = file.readUInt16BE(row(2, index))
      const offset = file.readUInt16BE(row(3, index))
      if (offset === 0) return (codePoint + delta) & 0xffff
      return file.readUInt16BE(row(3, index) + offset + 2 * (codePoint - file.readUInt16BE(row(1, index))))
    }
    return 0
  }
}
