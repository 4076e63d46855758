import type {
  Agreement,
  BulletList,
  CellBlock,
  Clause,
  ClauseBlock,
  Inline,
  Mark,
  OrderedList,
  Paragraph,
  TableCell,
  TableNode,
} from './content'

// For agreements that are written in code: the templates and the example. Within their sentences
// **bold**, *italic*, [words](address) and [[clause]] stand for what they look like, {words} for a defined term, and
// ^[words] for a footnote.

export function agreement(...clauses: Clause[]): Agreement {
  return { clauses }
}

export function clause(id: string, title: string, ...content: (ClauseBlock | Clause)[]): Clause {
  const blocks = content.filter((node) => node.type !== 'clause')
  const subclauses = content.filter((node) => node.type === 'clause')
  return {
    type: 'clause',
    attrs: { id },
    content: [{ type: 'clauseTitle', content: [{ type: 'text', text: title }] }, ...blocks, ...subclauses],
  }
}

export function paragraph(sentence: string): Paragraph {
  const content = inlines(sentence)
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

/** An item that is a row holds its sentence first and lists below it. */
type Item = string | [string, ...CellBlock[]]

export function bullets(...items: Item[]): BulletList {
  return { type: 'bulletList', content: items.map(itemOf) }
}

export function numbered(...items: Item[]): OrderedList {
  return { type: 'orderedList', content: items.map(itemOf) }
}

/** The first row names the columns, the first cell of the others their rows. */
export function table(header: string[], ...rows: string[][]): TableNode {
  const cell = (type: TableCell['type'], sentence: string): TableCell => ({
    type,
    content: [paragraph(sentence)],
  })
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: header.map((name) => cell('tableHeader', name)) },
      ...rows.map((row) => ({
        type: 'tableRow' as const,
        content: row.map((words, index) => cell(index === 0 ? 'tableHeader' : 'tableCell', words)),
      })),
    ],
  }
}

function itemOf(item: Item): { type: 'listItem'; content: CellBlock[] } {
  const [sentence, ...below] = typeof item === 'string' ? [item] : item
  return { type: 'listItem', content: [paragraph(sentence), ...below] }
}

const signs = /\*\*(.+?)\*\*|\*(.+?)\*|\[\[([\w-]+)\]\]|\^\[(.+?)\]|\{(.+?)\}|\[(.+?)\]\((\S+?)\)/gu

function inlines(sentence: string): Inline[] {
  const row: Inline[] = []
  let end = 0
  for (const match of sentence.matchAll(signs)) {
    const [whole, bold, italic, reference, footnote, term, words, href] = match
    pushText(row, sentence.slice(end, match.index))
    if (bold) pushText(row, bold, { type: 'bold' })
    else if (italic) pushText(row, italic, { type: 'italic' })
    else if (reference) row.push({ type: 'clauseReference', attrs: { clause: reference } })
    else if (footnote) row.push({ type: 'footnote', attrs: { words: footnote } })
    else if (term) pushText(row, term, { type: 'definedTerm' })
    else if (words && href) pushText(row, words, { type: 'link', attrs: { href } })
    end = match.index + whole.length
  }
  pushText(row, sentence.slice(end))
  return row
}

function pushText(row: Inline[], text: string, mark?: Mark): void {
  if (text !== '') row.push(mark ? { type: 'text', text, marks: [mark] } : { type: 'text', text })
}
