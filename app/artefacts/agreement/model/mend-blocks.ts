import {
  clauseIdPattern,
  tallestSpan,
  widestSpan,
  type BulletList,
  type CellBlock,
  type ClauseBlock,
  type ClauseTitle,
  type Inline,
  type ListItem,
  type Mark,
  type OrderedList,
  type Paragraph,
  type TableCell,
  type TableNode,
  type TableRow,
} from './content'
import { isSafeLink } from './links'
import type { LooseMark, LooseNode } from './loose'
import { squareRows } from './table-grid'

// What is unknown here gives way to what it holds: words are never lost for standing in the wrong place.

/** The strict form of what stands in a clause beside its title and sub-clauses. */
export function mendBlocks(nodes: readonly LooseNode[]): ClauseBlock[] {
  return gather(nodes, (node): ClauseBlock[] | undefined => {
    if (node.type === 'table') return mendTable(node)
    return mendCellBlock(node)
  })
}

/** A title has words only, on one line. */
export function mendTitle(node: LooseNode): ClauseTitle {
  const words = wordsOf(node)
  return words === ''
    ? { type: 'clauseTitle' }
    : { type: 'clauseTitle', content: [{ type: 'text', text: words }] }
}

function mendCellBlocks(nodes: readonly LooseNode[]): CellBlock[] {
  return gather(nodes, mendCellBlock)
}

function mendCellBlock(node: LooseNode): CellBlock[] | undefined {
  if (node.type === 'paragraph') return [paragraphOf(node.content)]
  if (node.type === 'bulletList' || node.type === 'orderedList') return mendList(node.type, node)
  return undefined
}

/** Strict blocks of a row of nodes: loose words become paragraphs, unknown nodes make way for their content. */
function gather<Block>(
  nodes: readonly LooseNode[],
  mend: (node: LooseNode) => Block[] | undefined,
): (Block | Paragraph)[] {
  const blocks: (Block | Paragraph)[] = []
  let words: LooseNode[] = []
  const endWords = () => {
    if (words.length > 0) blocks.push(paragraphOf(words))
    words = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      words.push(node)
      continue
    }
    endWords()
    for (const block of mend(node) ?? gather(node.content, mend)) blocks.push(block)
  }
  endWords()
  return blocks
}

function mendList(type: 'bulletList' | 'orderedList', node: LooseNode): (BulletList | OrderedList)[] {
  const items = node.content.flatMap((child): ListItem[] => {
    const content = mendCellBlocks(child.type === 'listItem' ? child.content : [child])
    return content.length > 0 ? [{ type: 'listItem', content }] : []
  })
  return items.length > 0 ? [{ type, content: items }] : []
}

function mendTable(node: LooseNode): TableNode[] {
  const rows = node.content.flatMap((child): TableRow[] => {
    const cells = child.type === 'tableRow' ? child.content : [child]
    return cells.length > 0 ? [{ type: 'tableRow', content: cells.map(mendCell) }] : []
  })
  return rows.length > 0 ? [{ type: 'table', content: squareRows(rows) }] : []
}

function mendCell(node: LooseNode): TableCell {
  const isCell = node.type === 'tableCell' || node.type === 'tableHeader'
  const content = mendCellBlocks(isCell ? node.content : [node])
  const colspan = spanOf(node.attrs['colspan'], widestSpan)
  const rowspan = spanOf(node.attrs['rowspan'], tallestSpan)
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function spanOf(value: unknown, most: number): number {
  const span = typeof value === 'string' ? Number(value) : value
  if (typeof span !== 'number' || Number.isNaN(span)) return 1
  return Math.max(1, Math.min(most, Math.floor(span)))
}

function paragraphOf(nodes: readonly LooseNode[]): Paragraph {
  const content = nodes.reduce<Inline[]>((row, node) => {
    for (const inline of mendInline(node)) append(row, inline)
    return row
  }, [])
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

function mendInline(node: LooseNode): Inline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (node.type === 'clauseReference') {
    const clause = node.attrs['clause']
    const isName = typeof clause === 'string' && clauseIdPattern.test(clause)
    return isName ? [{ type: 'clauseReference', attrs: { clause } }] : []
  }
  if (node.type !== 'text') return node.content.flatMap(mendInline)
  if (node.text === '') return []
  const marks = mendMarks(node.marks)
  return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }]
}

/** In one order, so that equal texts are equal JSON. */
function mendMarks(marks: readonly LooseMark[]): Mark[] {
  const mended: Mark[] = []
  if (marks.some(({ type }) => type === 'bold')) mended.push({ type: 'bold' })
  if (marks.some(({ type }) => type === 'italic')) mended.push({ type: 'italic' })
  const href = marks.find(({ type }) => type === 'link')?.attrs['href']
  if (typeof href === 'string' && isSafeLink(href)) mended.push({ type: 'link', attrs: { href } })
  return mended
}

/** Adds to a row of inlines; text that looks like the text before it becomes one with it. */
function append(row: Inline[], inline: Inline): void {
  const last = row.at(-1)
  const joins =
    inline.type === 'text' &&
    last?.type === 'text' &&
    JSON.stringify(last.marks ?? []) === JSON.stringify(inline.marks ?? [])
  if (joins) row[row.length - 1] = { ...last, text: last.text + inline.text }
  else row.push(inline)
}

function wordsOf(node: LooseNode): string {
  if (node.type === 'text') return node.text
  if (node.type === 'hardBreak') return ' '
  return node.content.map(wordsOf).join('')
}

function isInline(node: LooseNode): boolean {
  return node.type === 'text' || node.type === 'hardBreak' || node.type === 'clauseReference'
}
