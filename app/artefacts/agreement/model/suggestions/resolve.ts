import type {
  Agreement,
  BulletList,
  CellBlock,
  Clause,
  ClauseBlock,
  ClauseTitle,
  Inline,
  ListItem,
  Mark,
  OrderedList,
  Paragraph,
  Text,
} from '../content'
import { formatOf, formats, hrefOf, type FormatChange } from '../suggestion'
import { isGone, type Decide } from './decide'
import { moveClauses, type WantedMove } from './moves'

/**
 * The content once some of its suggestions are decided on. What is the same stays the same object. The shared document
 * itself is changed by `operations.ts`, which comes to the same.
 */
export function resolve(content: Agreement, decide: Decide): Agreement {
  const moves: WantedMove[] = []
  const clauses = content.clauses.flatMap((clause) => resolveClause(clause, decide, moves))
  return { ...content, clauses: moveClauses(clauses, moves) }
}

/** None for a clause that goes. Moves that are accepted are noted, and made by whoever has the whole. */
export function resolveClause(clause: Clause, decide: Decide, moves: WantedMove[] = []): Clause[] {
  const { suggestion, ...attrs } = clause.attrs
  const decision = suggestion ? decide(suggestion) : 'leave'
  if (suggestion && suggestion.does !== 'move' && isGone(suggestion.does, decision)) return []
  if (suggestion?.does === 'move' && decision === 'accept') moves.push({ id: attrs.id, ...placeIn(suggestion) })
  const content = joinRows(clause.content, decide).flatMap((node): Clause['content'] => {
    if (node.type === 'clause') return resolveClause(node, decide, moves)
    return node.type === 'clauseTitle' ? [resolveTitle(node, decide)] : resolveBlock(node, decide)
  })
  const isSame = decision === 'leave' && isSameRow(content, clause.content)
  return [isSame ? clause : { ...clause, attrs: decision === 'leave' ? clause.attrs : attrs, content }]
}

const placeIn = ({ into, before }: Pick<WantedMove, 'into' | 'before'>) => ({ into, before })

function resolveTitle(title: ClauseTitle, decide: Decide): ClauseTitle {
  if (!title.content?.some(({ marks }) => marks)) return title
  const content = title.content.flatMap((text) => resolveText(text, decide)).map(withoutFormat).reduce<Inline[]>(append, [])
  return { type: 'clauseTitle', ...(content.length > 0 ? { content } : {}) } as ClauseTitle
}

/** Titles are never bold in part, and lead nowhere. */
function withoutFormat(text: Text): Text {
  const marks = text.marks?.filter(isSuggestion) ?? []
  return { type: 'text', text: text.text, ...(marks.length > 0 ? { marks } : {}) }
}

/** None for a list of which no item is left. */
function resolveBlock<Block extends ClauseBlock>(block: Block, decide: Decide): Block[]
function resolveBlock(block: ClauseBlock, decide: Decide): ClauseBlock[] {
  if (block.type === 'paragraph') return [resolveParagraph(block, decide)]
  if (block.type !== 'table') {
    const items = joinItems(block.content, decide).flatMap((item): ListItem[] => {
      const content = resolveBlocks(item.content, decide)
      return content.length > 0 ? [changed(item, content)] : []
    })
    return items.length > 0 ? [changed(block, items)] : []
  }
  const tableRows = block.content.map((row) =>
    changed(row, row.content.map((cell) => changed(cell, cellOf(resolveBlocks(cell.content, decide))))),
  )
  return [changed(block, tableRows)]
}

function resolveBlocks(content: readonly CellBlock[], decide: Decide): CellBlock[] {
  return joinRows(content, decide).flatMap((block) => resolveBlock(block, decide))
}

/** A cell never holds nothing. */
const cellOf = (blocks: CellBlock[]): CellBlock[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])

/** The break before an item's first paragraph is the item's own: without it, the item goes on the one before. */
function joinItems(items: readonly ListItem[], decide: Decide): readonly ListItem[] {
  const isJoinedTo = ({ content: [first] }: ListItem) => first !== undefined && isParagraph(first) && losesBreak(first, decide)
  if (!items.slice(1).some(isJoinedTo)) return items
  return items.reduce<ListItem[]>((row, item) => {
    const last = row.at(-1)
    if (last && isJoinedTo(item)) row[row.length - 1] = { ...last, content: [...last.content, ...item.content] }
    else row.push(item)
    return row
  }, [])
}

/**
 * Paragraphs whose break goes are one with the paragraph before them; one that has none before it, and no words, is gone. A
 * list that goes stands between no two of them.
 */
function joinRows<Node extends { type: string }>(content: readonly Node[], decide: Decide): Node[] {
  const left = content.flatMap((node) => (isList(node) ? resolveBlock(node, decide) : [node]))
  return left.reduce<Node[]>((row, node) => {
    const last = row.at(-1)
    if (!isParagraph(node) || !losesBreak(node, decide)) row.push(node)
    else if (last && isParagraph(last)) row[row.length - 1] = joined(last, node)
    else if (resolveParagraph(node, decide).content) row.push(node)
    return row
  }, [])
}

function losesBreak({ attrs }: Paragraph, decide: Decide): boolean {
  return attrs !== undefined && isGone(attrs.suggestion.does, decide(attrs.suggestion))
}

/** Two paragraphs as one: the attributes of the first. */
export function joined<First extends Paragraph>(first: First, second: Paragraph): First {
  const content = [...(first.content ?? []), ...(second.content ?? [])].reduce<Inline[]>(append, [])
  return { ...first, ...(content.length > 0 ? { content } : {}) }
}

function isList<Node extends { type: string }>(node: Node): node is Node & (BulletList | OrderedList) {
  return node.type === 'bulletList' || node.type === 'orderedList'
}

function isParagraph<Node extends { type: string }>(node: Node): node is Node & Paragraph {
  return node.type === 'paragraph'
}

function resolveParagraph(paragraph: Paragraph, decide: Decide): Paragraph {
  const { attrs } = paragraph
  const isDecided = attrs !== undefined && decide(attrs.suggestion) !== 'leave'
  if (!isDecided && !paragraph.content?.some(isSuggested)) return paragraph
  const content = (paragraph.content ?? []).flatMap((inline) => resolveInline(inline, decide)).reduce<Inline[]>(append, [])
  return {
    type: 'paragraph',
    ...(isDecided || !attrs ? {} : { attrs }),
    ...(content.length > 0 ? { content } : {}),
  }
}

function isSuggested(inline: Inline): boolean {
  return inline.type === 'text' ? (inline.marks?.some(isSuggestion) ?? false) : inline.attrs?.suggestion !== undefined
}

function isSuggestion({ type }: Mark): boolean {
  return type === 'insertion' || type === 'deletion' || type === 'formatting'
}

function resolveInline(inline: Inline, decide: Decide): Inline[] {
  if (inline.type === 'text') return resolveText(inline, decide)
  const suggestion = inline.attrs?.suggestion
  const decision = suggestion ? decide(suggestion) : 'leave'
  if (!suggestion || decision === 'leave') return [inline]
  if (isGone(suggestion.does, decision)) return []
  if (inline.type === 'hardBreak') return [{ type: 'hardBreak' }]
  const { suggestion: _suggestion, ...attrs } = inline.attrs ?? {}
  return [{ ...inline, attrs } as Inline]
}

function resolveText(text: Text, decide: Decide): Text[] {
  let { marks = [] } = text
  for (const mark of marks) {
    if (mark.type !== 'insertion' && mark.type !== 'deletion' && mark.type !== 'formatting') continue
    const decision = decide(mark.attrs)
    if (decision === 'leave') continue
    if (mark.type !== 'formatting' && isGone(mark.type === 'insertion' ? 'insert' : 'delete', decision)) return []
    marks = marks.filter((one) => one !== mark)
    if (mark.type === 'formatting' && decision === 'accept') marks = formatted(marks, mark.attrs.change)
  }
  return [marks === text.marks ? text : { type: 'text', text: text.text, ...(marks.length > 0 ? { marks } : {}) }]
}

/** The marks of words once their formatting has changed, in the order in which marks are always listed. */
export function formatted(marks: readonly Mark[], change: FormatChange): Mark[] {
  const type = formatOf(change)
  const others = marks.filter((mark) => mark.type !== type)
  if (change.startsWith('-')) return others
  const earlier: readonly string[] = formats.slice(0, formats.indexOf(type))
  const at = others.filter((mark) => earlier.includes(mark.type)).length
  const mark: Mark = type === 'link' ? { type, attrs: { href: hrefOf(change) ?? '' } } : { type }
  return [...others.slice(0, at), mark, ...others.slice(at)]
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
