import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { asInserted, withoutSuggestions, type Work } from './work'

/** Suggests to put something in. Answers where one goes on; undefined when it cannot be suggested. */
export function putIn(work: Work, at: number, slice: Slice, isPasted: boolean): number | undefined {
  const place = work.tr.doc.resolve(at)
  if (!place.parent.isTextblock) return putInBlocks(work, at, slice)
  if (!isPasted && isSplitOfItem(slice)) return splitItemAt(work, at)
  const list = isPasted ? undefined : listAmongLines(slice)
  // A list stands below the paragraph that one is in.
  if (list && place.parent.type.name === 'paragraph') return putInBlocks(work, place.after(), new Slice(Fragment.from(list), 0, 0))
  if (!isPasted && hasStructure(slice.content)) {
    work.refusals.add(isSplitOfClause(slice) ? 'split' : 'structure')
    return undefined
  }
  const lines = linesOf(slice.content)
  if (place.parent.type.name === 'clauseTitle') return putInTitle(work, at, lines)
  return lines.reduce((position, line, index) => {
    const start = index === 0 ? position : splitAt(work, position)
    return putInLine(work, start, line)
  }, at)
}

function putInLine(work: Work, at: number, line: Fragment): number {
  const content = asInserted(line, work)
  if (content.size > 0) work.tr.insert(at, content)
  return at + content.size
}

/** The rest of a paragraph becomes one of its own. Answers where it begins. */
function splitAt({ tr, by }: Work, at: number): number {
  const paragraph = tr.doc.type.schema.nodes['paragraph']
  if (!paragraph) return at
  tr.split(at, 1, [{ type: paragraph, attrs: { suggestion: { ...by, does: 'insert' } } }])
  return at + 2
}

/** The rest of an item becomes an item of its own. Undefined where the paragraph stands in no item by itself. */
function splitItemAt({ tr, by, refusals }: Work, at: number): number | undefined {
  const { paragraph, listItem } = tr.doc.type.schema.nodes
  const place = tr.doc.resolve(at)
  if (!paragraph || !listItem || place.depth < 2 || place.node(-1).type !== listItem || place.parent.type !== paragraph) {
    refusals.add('structure')
    return undefined
  }
  tr.split(at, 2, [{ type: listItem }, { type: paragraph, attrs: { suggestion: { ...by, does: 'insert' } } }])
  return at + 4
}

/** A title is words on one line. */
function putInTitle(work: Work, at: number, lines: readonly Fragment[]): number {
  const words = lines.map((line) => line.textBetween(0, line.size, ' ', ' ')).join(' ')
  if (words === '') return at
  const { schema } = work.tr.doc.type
  return putInLine(work, at, Fragment.from(schema.text(words)))
}

/** Between blocks: new paragraphs, lists and clauses. An item's first paragraph stays its first: it is how the item began. */
function putInBlocks(work: Work, at: number, slice: Slice): number | undefined {
  const nodes: Node[] = []
  const place = work.tr.doc.resolve(at)
  const isFirstInItem = place.parent.type.name === 'listItem' && place.index() === 0
  let isPossible = slice.openStart === 0 && slice.openEnd === 0 && !isFirstInItem
  slice.content.forEach((node) => {
    const { name } = node.type
    const suggestion = { ...work.by, does: 'insert' }
    if (name === 'paragraph') nodes.push(node.type.create({ ...node.attrs, suggestion }, asInserted(node.content, work)))
    else if (isList(node)) nodes.push(suggestedList(work, node))
    else if (name === 'clause') nodes.push(node.type.create({ ...node.attrs, suggestion }, node.content))
    else isPossible = false
  })
  if (!isPossible) {
    work.refusals.add('structure')
    return undefined
  }
  work.tr.insert(at, nodes)
  const [first] = nodes
  // Behind a list, into the paragraph, or into the title of the clause.
  if (first && isList(first)) return at + first.nodeSize
  return at + (first?.type.name === 'clause' ? 2 : 1)
}

/** All its items with their words: rejected, nothing is left of it. */
function suggestedList(work: Work, node: Node): Node {
  if (node.type.name !== 'paragraph') {
    const children: Node[] = []
    node.forEach((child) => children.push(suggestedList(work, child)))
    return node.type.create(node.attrs, children)
  }
  return node.type.create({ ...node.attrs, suggestion: { ...work.by, does: 'insert' } }, asInserted(node.content, work))
}

const isList = ({ type }: Node): boolean => type.name === 'bulletList' || type.name === 'orderedList'

/** The one list of what is put into a paragraph; undefined where anything else comes with it. */
function listAmongLines({ content }: Slice): Node | undefined {
  const others: Node[] = []
  content.forEach((node) => {
    // The two halves of the line that one is in.
    if (!node.isTextblock || node.content.size > 0) others.push(node)
  })
  const [list] = others
  return others.length === 1 && list && isList(list) ? list : undefined
}

/** The words of what was pasted, line by line. */
function linesOf(content: Fragment): Fragment[] {
  if (content.size === 0) return []
  if (content.firstChild?.isInline) return [content]
  const lines: Fragment[] = []
  content.forEach((node) => lines.push(...(node.isTextblock ? [node.content] : linesOf(node.content))))
  return lines
}

const structures = new Set(['clause', 'clauseTitle', 'bulletList', 'orderedList', 'listItem', 'table', 'tableRow', 'tableCell', 'tableHeader'])

function hasStructure(content: Fragment): boolean {
  let found = false
  content.forEach((node) => {
    found ||= structures.has(node.type.name) || hasStructure(node.content)
  })
  return found
}

/** Enter in an item: the end of one, and the beginning of another. */
function isSplitOfItem({ content, openStart, openEnd, size }: Slice): boolean {
  const [one, other] = [content.firstChild, content.lastChild]
  if (content.childCount !== 2 || openStart !== 2 || openEnd !== 2 || size !== 4) return false
  return [one, other].every((node) => node?.type.name === 'listItem' && node.firstChild?.type.name === 'paragraph')
}

function isSplitOfClause({ content }: Slice): boolean {
  return content.firstChild?.type.name === 'clause' || content.firstChild?.type.name === 'clauseTitle'
}

/** What is copied out of the text comes in as it would read: without what is to go, and with nobody's marks. */
export function asPlain(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.marks.some(({ type }) => type.name === 'deletion')) return
    if (node.isText) return nodes.push(node.mark(withoutSuggestions(node.marks)))
    const attrs = 'suggestion' in node.attrs ? { ...node.attrs, suggestion: null } : node.attrs
    return nodes.push(node.type.create(attrs, asPlain(node.content), node.marks))
  })
  return Fragment.from(nodes)
}
