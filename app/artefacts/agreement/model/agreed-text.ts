import type {
  Agreement,
  CellBlock,
  Clause,
  ClauseBlock,
  ClauseTitle,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  Text,
} from './content'

/** The agreement as it stands without what is only suggested: what is numbered, decided on and written out. */
export function agreedText(content: Agreement): Agreement {
  return { ...content, clauses: content.clauses.flatMap(agreedClause) }
}

/** None for a clause that is only suggested. What is the same stays the same object. */
export function agreedClause(clause: Clause): Clause[] {
  const { suggestion, ...attrs } = clause.attrs
  if (suggestion?.does === 'insert') return []
  const content = rows(clause.content).flatMap((node): Clause['content'] => {
    if (node.type === 'clause') return agreedClause(node)
    return node.type === 'clauseTitle' ? [agreedTitle(node)] : [agreedBlock(node)]
  })
  const isSame = !suggestion && isSameRow(content, clause.content)
  return [isSame ? clause : { ...clause, attrs, content }]
}

function agreedTitle(title: ClauseTitle): ClauseTitle {
  if (!title.content?.some(({ marks }) => marks)) return title
  const words = title.content.flatMap(({ text, marks }) => (isOnlySuggested(marks) ? [] : [text])).join('')
  return { type: 'clauseTitle', ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }) }
}

function agreedBlock<Block extends ClauseBlock>(block: Block): Block
function agreedBlock(block: ClauseBlock): ClauseBlock {
  if (block.type === 'paragraph') return agreedParagraph(block)
  if (block.type !== 'table') return changed(block, block.content.map(agreedItem))
  const tableRows = block.content.map((row) =>
    changed(row, row.content.map((cell) => changed(cell, agreedBlocks(cell.content)))),
  )
  return changed(block, tableRows)
}

const agreedItem = (item: ListItem): ListItem => changed(item, agreedBlocks(item.content))

const agreedBlocks = (content: readonly CellBlock[]): CellBlock[] => rows(content).map((block) => agreedBlock(block))

/** Paragraphs that a suggested break took apart are one again. */
function rows<Node extends { type: string }>(content: readonly Node[]): Node[] {
  return content.reduce<Node[]>((row, node) => {
    const last = row.at(-1)
    if (isSuggestedParagraph(node) && isParagraph(last)) row[row.length - 1] = joined(last, node) as Node & Paragraph
    else row.push(node)
    return row
  }, [])
}

/** Two paragraphs as one: the attributes of the first. */
export function joined(first: Paragraph, second: Paragraph): Paragraph {
  const content = [...(first.content ?? []), ...(second.content ?? [])]
  return { ...first, ...(content.length > 0 ? { content } : {}) }
}

function isParagraph(node: { type: string } | undefined): node is Paragraph {
  return node?.type === 'paragraph'
}

function isSuggestedParagraph(node: { type: string }): node is Paragraph {
  return isParagraph(node) && node.attrs?.suggestion.does === 'insert'
}

function agreedParagraph(paragraph: Paragraph): Paragraph {
  if (!paragraph.attrs && !paragraph.content?.some(isSuggested)) return paragraph
  const content = (paragraph.content ?? []).flatMap(agreedInline).reduce<Inline[]>(append, [])
  return { type: 'paragraph', ...(content.length > 0 ? { content } : {}) }
}

function isSuggested(inline: Inline): boolean {
  return inline.type === 'text' ? (inline.marks?.some(isSuggestion) ?? false) : inline.attrs?.suggestion !== undefined
}

function agreedInline(inline: Inline): Inline[] {
  if (inline.type === 'text') {
    if (isOnlySuggested(inline.marks)) return []
    const marks = inline.marks?.filter((mark) => !isSuggestion(mark)) ?? []
    return [{ type: 'text', text: inline.text, ...(marks.length > 0 ? { marks } : {}) }]
  }
  if (!inline.attrs?.suggestion) return [inline]
  if (inline.attrs.suggestion.does === 'insert') return []
  if (inline.type === 'hardBreak') return [{ type: 'hardBreak' }]
  const { suggestion: _suggestion, ...attrs } = inline.attrs
  return [{ ...inline, attrs } as Inline]
}

function isOnlySuggested(marks: readonly { type: string }[] | undefined): boolean {
  return marks?.some(({ type }) => type === 'insertion') ?? false
}

function isSuggestion({ type }: Mark): boolean {
  return type === 'insertion' || type === 'deletion' || type === 'formatting'
}

/** Text that looks like the text before it becomes one with it. */
function append(row: Inline[], inline: Inline): Inline[] {
  const last = row.at(-1)
  if (last?.type === 'text' && inline.type === 'text' && marksOf(last) === marksOf(inline)) {
    row[row.length - 1] = { ...last, text: last.text + inline.text }
  } else row.push(inline)
  return row
}

const marksOf = ({ marks = [] }: Text): string => JSON.stringify(marks)

function changed<Node extends { content: readonly unknown[] }>(node: Node, content: Node['content']): Node {
  return isSameRow(content, node.content) ? node : { ...node, content }
}

function isSameRow(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((node, index) => node === other[index])
}
