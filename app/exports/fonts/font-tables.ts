/** What is read of a TrueType or OpenType font file (OpenType 1.9): which glyph draws a character, and how wide it is. */

/** The glyph of each character that the font can draw. */
export type Glyphs = ReadonlyMap<number, number>

type Take = (codePoint: number, glyph: number) => void

function viewOf(font: Uint8Array): DataView {
  return new DataView(font.buffer, font.byteOffset, font.byteLength)
}

function tableOffset(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16
    const found = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter)))
    if (found === tag) return view.getUint32(entry + 8)
  }
  return undefined
}

/** `cmap`, format 4. */
function segments(view: DataView, start: number, take: Take): void {
  const count = view.getUint16(start + 6) / 2
  const ends = start + 14
  const starts = ends + count * 2 + 2
  const deltas = starts + count * 2
  const rangeOffsets = deltas + count * 2
  for (let index = 0; index < count; index += 1) {
    const from = view.getUint16(starts + index * 2)
    const to = view.getUint16(ends + index * 2)
    const delta = view.getUint16(deltas + index * 2)
    const rangeOffset = view.getUint16(rangeOffsets + index * 2)
    for (let codePoint = from; codePoint <= to && codePoint < 0xffff; codePoint += 1) {
      const at = rangeOffsets + index * 2 + rangeOffset + (codePoint - from) * 2
      const listed = rangeOffset === 0 ? codePoint : view.getUint16(at)
      if (listed !== 0) take(codePoint, (listed + delta) & 0xffff)
    }
  }
}

/** `cmap`, format 12. */
function groups(view: DataView, start: number, take: Take): void {
  const count = view.getUint32(start + 12)
  for (let index = 0; index < count; index += 1) {
    const group = start + 16 + index * 12
    const from = view.getUint32(group)
    const to = view.getUint32(group + 4)
    const first = view.getUint32(group + 8)
    for (let codePoint = from; codePoint <= to; codePoint += 1) take(codePoint, first + codePoint - from)
  }
}

/** Reads the `cmap` table. A font without a Unicode one has no glyphs. */
export function readGlyphs(font: Uint8Array): Glyphs {
  const view = viewOf(font)
  const cmap = tableOffset(view, 'cmap')
  const glyphs = new Map<number, number>()
  const take: Take = (codePoint, glyph) => {
    if (glyph !== 0) glyphs.set(codePoint, glyph)
  }
  const tables = cmap === undefined ? 0 : view.getUint16(cmap + 2)
  for (let index = 0; cmap !== undefined && index < tables; index += 1) {
    const start = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    const format = view.getUint16(start)
    if (format === 4) segments(view, start, take)
    else if (format === 12) groups(view, start, take)
  }
  return glyphs
}

/** How wide a character is, in parts of the size of the letters; undefined where the font has none. */
export type Advances = (codePoint: number) => number | undefined

/** Reads how far each glyph goes (`hmtx`); a font without that table knows of none. */
export function readAdvances(font: Uint8Array): Advances {
  const view = viewOf(font)
  const [head, hhea, hmtx] = [tableOffset(view, 'head'), tableOffset(view, 'hhea'), tableOffset(view, 'hmtx')]
  if (head === undefined || hhea === undefined || hmtx === undefined) return () => undefined
  const glyphs = readGlyphs(font)
  const unitsPerEm = view.getUint16(head + 18)
  // The glyphs after the last one listed are as wide as that.
  const last = view.getUint16(hhea + 34) - 1
  return (codePoint) => {
    const glyph = glyphs.get(codePoint)
    return glyph === undefined ? undefined : view.getUint16(hmtx + Math.min(glyph, last) * 4) / unitsPerEm
  }
}
