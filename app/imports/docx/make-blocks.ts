import type { BulletList, CellBlock, ClauseBlock, ListItem, OrderedList, Paragraph, TableNode } from '../../artefacts/agreement/model/content'
import { isAll, makeInline, type Making } from './make-inline'
import { saysSomething, type ParagraphBlock, type Piece, type RawBlock, type TableBlock } from './pieces'
import { isOfOne } from './suggestions'

type List = BulletList | OrderedList

interface OpenList {
  list: List
  id: string
  level: number
}

// As our own files indent, a step for each list that something stands in.
const listStep = 397

/** The blocks of a clause, without empty lines. */
export function makeBlocks(blocks: readonly RawBlock[], making: Making): ClauseBlock[] {
  return new BlockMaker(making).make(blocks)
}

class BlockMaker {
  private readonly made: ClauseBlock[] = []
  private lists: OpenList[] = []
  /** The paragraph before, where the next one follows it directly. */
  private previous: { paragraph: Paragraph; block: ParagraphBlock } | undefined

  constructor(private readonly making: Making) {}

  make(blocks: readonly RawBlock[]): ClauseBlock[] {
    for (const block of blocks) {
      if (block.type === 'table') this.addTable(block)
      else if (saysSomething(block.pieces)) this.addParagraph(block)
      else this.edgesOf(block.pieces)
    }
    return this.made
  }

  /** A comment may begin or end on a line that says nothing. */
  private edgesOf(pieces: readonly Piece[]): void {
    for (const piece of pieces) if (piece.type === 'comment') this.making.passages.edge(piece)
  }

  private addTable(table: TableBlock): void {
    this.lists = []
    this.previous = undefined
    const made = makeTable(table, this.making)
    if (made) this.made.push(made)
  }

  private addParagraph(block: ParagraphBlock): void {
    if (block.list) return this.addItem(block, block.list)
    const item = block.indent > 0 ? this.openItem(block.indent) : undefined
    const paragraph = this.paragraphOf(block)
    if (item) item.content.push(paragraph)
    else {
      this.lists = []
      this.made.push(paragraph)
    }
    this.previous = { paragraph, block }
  }

  /** The item that a paragraph set in belongs to. */
  private openItem(indent: number): ListItem | undefined {
    const depth = Math.max(0, Math.min(this.lists.length - 1, Math.round(indent / listStep) - 1))
    if (this.lists.length === 0) return undefined
    this.lists = this.lists.slice(0, depth + 1)
    return this.lists.at(-1)?.list.content.at(-1)
  }

  private addItem(block: ParagraphBlock, { id, level, ordered }: NonNullable<ParagraphBlock['list']>): void {
    const above = this.lists.filter((open) => open.level < level)
    const beside = this.lists.find((open) => open.level === level)
    const type = ordered ? 'orderedList' : 'bulletList'
    // A break between items of one list is the later item's own. A first item has none that could be suggested.
    const goesOn = beside?.list.type === type && this.making.goesOn(id, beside.id)
    if (!goesOn) {
      this.previous = undefined
      if (['insert' as const, 'delete' as const].some((does) => isOfOne(block.end, does) && isAll(block.pieces, does))) {
        this.making.lost('tableRevisions')
      }
    }
    const item: ListItem = { type: 'listItem', content: [this.paragraphOf(block)] }
    const [first] = item.content
    if (first?.type === 'paragraph') this.previous = { paragraph: first, block }
    if (beside && goesOn) {
      beside.list.content.push(item)
      this.lists = [...above, { ...beside, id }]
      return
    }
    const list: List = { type, content: [item] }
    const within = above.at(-1)?.list.content.at(-1)
    if (within) within.content.push(list)
    else this.made.push(list)
    this.lists = [...above, { list, id, level }]
  }

  /**
   * Word keeps a tracked break at the end of the paragraph before it; here it is the next paragraph's own. A paragraph that
   * is new as a whole was put in with the break before it.
   */
  private paragraphOf(block: ParagraphBlock): Paragraph {
    const { previous } = this
    const { suggestions } = this.making
    const before = previous?.block
    const isWhole = (does: 'insert' | 'delete') => isAll(block.pieces, does) && isOfOne(block.end, does)
    const ownEnd = block.end.find(({ does }) => isWhole(does))
    const endBefore = before?.end.find(({ does }) => !(isAll(before.pieces, does) && isOfOne(before.end, does)))
    const change = previous ? (ownEnd ?? endBefore) : undefined
    const content = makeInline(block.pieces, this.making)
    return {
      type: 'paragraph',
      ...(change ? { attrs: { suggestion: { ...suggestions.by(change.by), does: change.does } } } : {}),
      ...(content.length > 0 ? { content } : {}),
    }
  }
}

function makeTable({ rows }: TableBlock, making: Making): TableNode | undefined {
  const filled = rows.filter(({ cells }) => cells.length > 0)
  if (filled.some(({ changes }) => changes.length > 0)) making.lost('tableRevisions')
  const content = filled.map(({ header, cells }, index) => {
    let column = 0
    return {
      type: 'tableRow' as const,
      content: cells.flatMap((cell) => {
        const at = column
        column += cell.columns
        if (cell.merge === 'continues') return []
        const names = header || cell.blocks.some((block) => block.type === 'paragraph' && block.style === 'table row heading')
        const rowspan = cell.merge === 'begins' ? heightOf(filled, index, at) : 1
        const blocks = makeCell(cell.blocks, making)
        return [
          {
            type: names ? ('tableHeader' as const) : ('tableCell' as const),
            ...(cell.columns > 1 || rowspan > 1
              ? { attrs: { ...(cell.columns > 1 ? { colspan: cell.columns } : {}), ...(rowspan > 1 ? { rowspan } : {}) } }
              : {}),
            content: blocks.length > 0 ? blocks : [{ type: 'paragraph' as const }],
          },
        ]
      }),
    }
  })
  const withCells = content.filter((row) => row.content.length > 0)
  return withCells.length > 0 ? { type: 'table', content: withCells } : undefined
}

/** How many rows a cell goes down over. */
function heightOf(rows: TableBlock['rows'], index: number, column: number): number {
  let height = 1
  while (mergeAt(rows[index + height], column) === 'continues') height += 1
  return height
}

function mergeAt(row: TableBlock['rows'][number] | undefined, column: number): string | undefined {
  let at = 0
  for (const cell of row?.cells ?? []) {
    if (at === column) return cell.merge
    at += cell.columns
  }
  return undefined
}

/** A table in a table becomes the paragraphs that stand in it: agreements have none. */
function makeCell(blocks: readonly RawBlock[], making: Making): CellBlock[] {
  const flat = blocks.flatMap((block) => {
    if (block.type !== 'table') return [block]
    making.lost('nestedTables')
    return paragraphsIn(block)
  })
  return makeBlocks(flat, making).filter((block): block is CellBlock => block.type !== 'table')
}

function paragraphsIn({ rows }: TableBlock): ParagraphBlock[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'table' ? paragraphsIn(block) : [block]))),
  )
}
