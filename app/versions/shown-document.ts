import { screenFamilies, writeSvg } from '../exports/picture/write-svg'
import { settle } from '../exports/settle'
import type {
  SettledBlock,
  SettledCell,
  SettledFigure,
  SettledFootnote,
  SettledHeading,
  SettledList,
  SettledParagraph,
  SettledTable,
} from '../exports/settled'
import type { DocumentTree } from '../exports/tree'
import type { Language } from '../i18n/languages'

/** A document as a page shows it: settled like every final document, its pictures as addresses of their own data. */
export interface ShownDocument {
  language: Language
  title: string
  blocks: ShownBlock[]
  footnotes: SettledFootnote[]
  /** Words that the document adds by itself. */
  words: { table: string; figure: string; footnote: string }
}

export interface ShownList extends Omit<SettledList, 'items'> {
  items: ShownBlock[][]
}

export interface ShownCell extends Omit<SettledCell, 'children'> {
  children: ShownBlock[]
}

export interface ShownTable extends Omit<SettledTable, 'rows'> {
  rows: ShownCell[][]
}

export interface ShownFigure extends Omit<SettledFigure, 'picture'> {
  source: string
}

export type ShownBlock = SettledHeading | SettledParagraph | ShownList | ShownTable | ShownFigure

/** Total, as `settle` is. */
export function showDocument(tree: DocumentTree, titlePage: { project: string; kind: string; hash: string; date: Date }): ShownDocument {
  const settled = settle({ tree, titlePage: { ...titlePage, organisations: [] } }, tree.language)
  const { table, figure, footnote } = settled.words.document
  return {
    language: settled.language,
    title: settled.title,
    blocks: showBlocks(settled.blocks),
    footnotes: settled.footnotes,
    words: { table, figure, footnote },
  }
}

function showBlocks(blocks: readonly SettledBlock[]): ShownBlock[] {
  return blocks.flatMap((block): ShownBlock[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block]
      case 'list':
        return [{ ...block, items: block.items.map(showBlocks) }]
      case 'table':
        return [{ ...block, rows: block.rows.map((row) => row.map(showCell)) }]
      case 'figure':
        return [showFigure(block)]
      case 'page-break':
        return []
    }
  })
}

const showCell = (cell: SettledCell): ShownCell => ({ ...cell, children: showBlocks(cell.children) })

function showFigure({ picture, ...figure }: SettledFigure): ShownFigure {
  const svg = writeSvg(picture, figure, { fontFamily: screenFamilies })
  return { ...figure, source: `data:image/svg+xml,${encodeURIComponent(svg)}` }
}
