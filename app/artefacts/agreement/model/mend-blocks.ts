import {
  inlineSchema,
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
import { breakSuggestionSchema, isJoined, suggestionMarks, type SuggestionMark } from './suggestion'
import { joined } from './suggestions/resolve'
import { squareRows } from './table-grid'

// What is unknown here gives way to what it holds: words are never lost for standing in the wrong place.

/** The strict form of what stands in a clause beside its title and sub-clauses. */
export function mendBlocks(nodes: readonly LooseNode[]): ClauseBlock[] {
  return gather(nodes, (node): ClauseBlock[] | undefined => {
    if (node.type === 'table') return mendTable(node)
    return mendCellBlock(node)
  })
}

/** A title has words only, on one line, of which some may be suggested. */
export function mendTitle(node: LooseNode): ClauseTitle {
  const texts = textsIn(node).reduce<TitleText[]>((row, { text, marks }) => {
    const suggested = mendSuggestions(marks)
    const last = row.at(-1)
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(suggested)) {
      row[row.length - 1] = { ...last, text: last.text + text }
    } else row.push({ type: 'text', text, ...(suggested.length > 0 ? { marks: suggested } : {}) })
    return row
  }, [])
  return { type: 'clauseTitle', ...(texts.length > 0 ? { content: texts } : {}) }
}

type TitleText = NonNullable<ClauseTitle['content']>[number]

function mendCellBlocks(nodes: readonly LooseNode[]): CellBlock[] {
  return gather(nodes, mendCellBlock)
}

function mendCellBlock(node: LooseNode): CellBlock[] | undefined {
  if (node.type === 'paragraph') return [paragraphOf(node.content, suggestionIn(node.attrs))]
  if (node.type === 'bulletList' || node.type === 'orderedList') return mendList(node.type, node)
  return undefined
}

/** Strict blocks of a row of nodes: loose words become paragraphs, unknown nodes make way for their content. */
function gather<Block extends { type: string }>(
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
    if (node.type === 'paragraph' && isJoined(node.attrs['suggestion'])) {
      join(blocks, paragraphOf(node.content))
      continue
    }
    for (const block of mend(node) ?? gather(node.content, mend)) blocks.push(block)
  }
  endWords()
  return blocks
}

/** A paragraph whose break is gone: one with the paragraph before it. With none before it, and no words, it is gone. */
function join(blocks: ({ type: string } | Paragraph)[], paragraph: Paragraph): void {
  const last = blocks.at(-1)
  if (last && isParagraph(last)) blocks[blocks.length - 1] = joined(last, paragraph)
  else if (paragraph.content) blocks.push(paragraph)
}

function isParagraph(block: { type: string }): block is Paragraph {
  return block.type === 'paragraph'
}

function mendList(type: 'bulletList' | 'orderedList', node: LooseNode): (BulletList | OrderedList)[] {
  const items = itemsIn(node).flatMap((item): ListItem[] => {
    const content = mendCellBlocks(item)
    return content.length > 0 ? [{ type: 'listItem', content }] : []
  })
  return items.length > 0 ? [{ type, content: items }] : []
}

/** What stands in each item. One whose first paragraph has lost the break before it goes on the item before. */
function itemsIn({ content }: LooseNode): LooseNode[][] {
  return content.reduce<LooseNode[][]>((items, child) => {
    const nodes = child.type === 'listItem' ? child.content : [child]
    const last = items.at(-1)
    const [first] = nodes
    if (last && first?.type === 'paragraph' && isJoined(first.attrs['suggestion'])) last.push(...nodes)
    else items.push([...nodes])
    return items
  }, [])
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

function paragraphOf(nodes: readonly LooseNode[], attrs: Pick<Paragraph, 'attrs'> = {}): Paragraph {
  const content = nodes.reduce<Inline[]>((row, node) => {
    for (const inline of mendInline(node)) append(row, inline)
    return row
  }, [])
  return { type: 'paragraph', ...attrs, ...(content.length > 0 ? { content } : {}) }
}

/** That the break before a paragraph is suggested. */
function suggestionIn(attrs: LooseNode['attrs']): Pick<Paragraph, 'attrs'> {
  const suggestion = breakSuggestionSchema.safeParse(attrs['suggestion'])
  return suggestion.success ? { attrs: { suggestion: suggestion.data } } : {}
}

function mendInline(node: LooseNode): Inline[] {
  if (isAtom(node)) return mendAtom(node)
  if (node.type !== 'text') return node.content.flatMap(mendInline)
  if (node.text === '') return []
  const marks = mendMarks(node.marks)
  return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }]
}

/** What stands in a line and is no text. One that says nothing is left out. */
function mendAtom(node: LooseNode): Inline[] {
  const suggestion = breakSuggestionSchema.safeParse(node.attrs['suggestion']).data
  if (node.type === 'hardBreak') return [{ type: 'hardBreak', ...(suggestion ? { attrs: { suggestion } } : {}) }]
  const { suggestion: _asFound, ...found } = node.attrs
  const attrs = suggestion ? { ...found, suggestion } : found
  const atom = inlineSchema.safeParse({ type: node.type, attrs })
  return atom.success ? [atom.data] : []
}

/** In one order, so that equal texts are equal JSON. */
function mendMarks(marks: readonly LooseMark[]): Mark[] {
  const mended: Mark[] = []
  if (marks.some(({ type }) => type === 'bold')) mended.push({ type: 'bold' })
  if (marks.some(({ type }) => type === 'italic')) mended.push({ type: 'italic' })
  const href = marks.find(({ type }) => type === 'link')?.attrs['href']
  if (typeof href === 'string' && isSafeLink(href)) mended.push({ type: 'link', attrs: { href } })
  if (marks.some(({ type }) => type === 'definedTerm')) mended.push({ type: 'definedTerm' })
  return [...mended, ...mendSuggestions(marks)]
}

function mendSuggestions(marks: readonly LooseMark[]): SuggestionMark[] {
  return suggestionMarks.flatMap((schema): SuggestionMark[] => {
    const mark = marks.find(({ type }) => type === schema.shape.type.value)
    const mended = mark && schema.safeParse(mark)
    return mended?.success ? [mended.data] : []
  })
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

function textsIn(node: LooseNode): { text: string; marks: readonly LooseMark[] }[] {
  if (node.type === 'text') return node.text === '' ? [] : [node]
  if (node.type === 'hardBreak') return [{ text: ' ', marks: [] }]
  return node.content.flatMap(textsIn)
}

function isInline(node: LooseNode): boolean {
  return node.type === 'text' || isAtom(node)
}

const atoms = new Set(['hardBreak', 'clauseReference', 'party', 'annexReference', 'footnote'])

function isAtom(node: LooseNode): boolean {
  return atoms.has(node.type)
}
