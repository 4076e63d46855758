import { plainText } from '../../../lib/plain-text'
import { lineHeight } from '../../shared/text-width'
import type { Drawing, Mark, PathMark, RectMark, WordsMark } from '../model/marks'

const face = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', sans-serif"

/** A drawing as a self-contained SVG document, named and described for those who do not see it. */
export function writeSvg({ view, marks }: Drawing, title: string, description: string): string {
  const { x, y, width, height } = view
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}"`,
    ` viewBox="${round(x)} ${round(y)} ${round(width)} ${round(height)}" role="img"`,
    ` font-family="${face}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    ...marks.map(writeMark),
    '</svg>',
  ].join('')
}

function writeMark(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return writeRect(mark)
    case 'path':
      return writePath(mark)
    case 'words':
      return writeWords(mark)
  }
}

function writeRect({ box, radius, fill, stroke, strokeWidth, dash }: RectMark): string {
  const { x, y, width, height } = box
  const border = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth ?? 1}"` : ''
  const pattern = dash ? ` stroke-dasharray="${dash}"` : ''
  const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
  return `<rect ${place} rx="${radius}" fill="${fill}"${border}${pattern}/>`
}

function writePath({ d, fill, stroke, strokeWidth, dash, round: isRound, at }: PathMark): string {
  const line = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth ?? 1}"` : ''
  const pattern = dash ? ` stroke-dasharray="${dash}"` : ''
  const cap = isRound ? ' stroke-linecap="round"' : ''
  const place = at ? ` transform="translate(${round(at.x)} ${round(at.y)}) scale(${at.scale})"` : ''
  return `<path d="${d}" fill="${fill ?? 'none'}"${line}${pattern}${cap}${place}/>`
}

function writeWords({ x, y, lines, size, bold, ink, anchor }: WordsMark): string {
  const weight = bold ? ' font-weight="700"' : ''
  const place = anchor === 'middle' ? ' text-anchor="middle"' : ''
  // Each line is placed by itself: nothing depends on how a reader of SVG treats spaces and line feeds.
  const spans = lines.map((line, index) =>
    line.trim() === ''
      ? ''
      : `<tspan x="${round(x)}" y="${round(y + index * size * lineHeight)}">${escaped(line.trim())}</tspan>`,
  )
  return `<text font-size="${size}" fill="${ink}"${weight}${place}>${spans.join('')}</text>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (words: string): string => plainText(words).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const round = (value: number): number => Math.round(value * 10) / 10
