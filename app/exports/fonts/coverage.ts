/** Which characters a font file has a glyph for, read from its `cmap` table (OpenType 1.9, formats 4 and 12). */
export type Coverage = (codePoint: number) => boolean

type Range = [from: number, to: number]

function tableOffset(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16
    const found = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter)))
    if (found === tag) return view.getUint32(entry + 8)
  }
  return undefined
}

function segments(view: DataView, start: number): Range[] {
  const count = view.getUint16(start + 6) / 2
  const ends = start + 14
  const starts = ends + count * 2 + 2
  const deltas = starts + count * 2
  const rangeOffsets = deltas + count * 2
  const ranges: Range[] = []
  for (let index = 0; index < count; index += 1) {
    const from = view.getUint16(starts + index * 2)
    const to = view.getUint16(ends + index * 2)
    const delta = view.getUint16(deltas + index * 2)
    const rangeOffset = view.getUint16(rangeOffsets + index * 2)
    for (let codePoint = from; codePoint <= to && codePoint < 0xffff; codePoint += 1) {
      const at = rangeOffsets + index * 2 + rangeOffset + (codePoint - from) * 2
      const glyph = rangeOffset === 0 ? (codePoint + delta) & 0xffff : view.getUint16(at)
      if (glyph !== 0) ranges.push([codePoint, codePoint])
    }
  }
  return ranges
}

function groups(view: DataView, start: number): Range[] {
  const count = view.getUint32(start + 12)
  return Array.from({ length: count }, (_, index): Range => {
    const group = start + 16 + index * 12
    return [view.getUint32(group), view.getUint32(group + 4)]
  })
}

/** Reads the coverage of a TrueType or OpenType font. A font without a Unicode `cmap` covers nothing. */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const covered = new Set<number>()
  const tables = cmap === undefined ? 0 : view.getUint16(cmap + 2)
  for (let index = 0; cmap !== undefined && index < tables; index += 1) {
    const start = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    const format = view.getUint16(start)
    const ranges = format === 4 ? segments(view, start) : format === 12 ? groups(view, start) : []
    for (const [from, to] of ranges) {
      for (let codePoint = from; codePoint <= to; codePoint += 1) covered.add(codePoint)
    }
  }
  return (codePoint) => covered.has(codePoint)
}
