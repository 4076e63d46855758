import { byFace, printable, type PrintFace } from '../fonts/printable'
import { writeSvg } from '../picture/write-svg'
import type { SettledBlock, SettledCell, SettledDocument, SettledFigure } from '../settled'
import { sheetsOf } from '../sheets'
import { footerWords, stateInWords, titleLines } from '../title-lines'
import { markLongWords } from './long-words'

// A row with less than this in every cell is kept on one page; a longer one may break, or the page would stay empty.
const longestKeptCell = 900

/** What the template takes as it is: pictures are lettered already. */
const notWords = new Set(['svg', 'href', 'anchor', 'type'])

function lengthOf(blocks: readonly SettledBlock[]): number {
  return blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0)
}

/** How blocks become data: in the narrow cells of a table every word may be hyphenated, elsewhere long ones only. */
class BlockData {
  constructor(
    private readonly faces: readonly PrintFace[],
    private readonly narrow = false,
  ) {}

  of(block: SettledBlock): object {
    switch (block.type) {
      case 'paragraph':
        return this.narrow ? block : { ...block, children: markLongWords(block.children) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map((child) => this.of(child))) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => this.row(row)) }
      case 'figure':
        return this.figure(block)
      default:
        return block
    }
  }

  private row(row: readonly SettledCell[]) {
    const inside = new BlockData(this.faces, true)
    const keep = row.every(({ children }) => lengthOf(children) < longestKeptCell)
    return row.map((cell) => ({ ...cell, keep, children: cell.children.map((child) => inside.of(child)) }))
  }

  private figure({ picture, ...figure }: SettledFigure) {
    const [first] = this.faces
    const svg = writeSvg(picture, figure, {
      fontFamily: first?.family ?? '',
      faces: (words) => byFace(words, this.faces),
    })
    return { ...figure, svg }
  }
}

function utcParts(date: Date) {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** What the template reads, as JSON: every string in it is words to print, already such that the faces can. */
export function templateData(document: SettledDocument, faces: readonly PrintFace[]): string {
  const { language, wordsLanguage, words, title, project, kind, organisations, version, date } = document
  const blocks = new BlockData(faces)
  const data = {
    language,
    region: language === 'en' ? 'GB' : 'FI',
    wordsLanguage,
    words: { document: words.document },
    fonts: faces.map(({ family }) => family),
    title,
    project,
    kind,
    organisations,
    description: [kind, stateInWords(document), project].filter(Boolean).join(' · '),
    keywords: [kind, project].filter(Boolean),
    date: utcParts(date),
    draft: !version,
    state: stateInWords(document),
    footer: footerWords(document),
    lines: titleLines(document),
    contents: document.headings.length > 1,
    sheets: sheetsOf(document.blocks).map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => blocks.of(block)),
    })),
  }
  return JSON.stringify(data, (key, value: unknown) =>
    typeof value === 'string' && !notWords.has(key) ? printable(value, faces) : value,
  )
}
