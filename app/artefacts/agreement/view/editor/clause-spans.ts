import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { Span } from '../../../../remarks/model/anchor'

/** A text block of a clause: where it begins in the clause's node, and in its text (`model/passages/clause-text.ts`). */
interface TextBlock {
  inNode: number
  inText: number
  length: number
}

// A clause that has not changed is the same node.
const known = new WeakMap<DocumentNode, readonly TextBlock[]>()

/** Title and paragraphs of a clause in reading order, its sub-clauses left out. */
function textBlocksOf(clause: DocumentNode): readonly TextBlock[] {
  const found = known.get(clause)
  if (found) return found
  const blocks: TextBlock[] = []
  let inText = 0
  clause.descendants((node, position) => {
    if (node.type.name === 'clause') return false
    if (!node.isTextblock) return true
    blocks.push({ inNode: position + 1, inText, length: node.content.size })
    inText += node.content.size + 1
    return false
  })
  known.set(clause, blocks)
  return blocks
}

/** What a span of a clause's text is in the document, block by block. `start`: where the clause's node begins. */
export function rangesOf(clause: DocumentNode, start: number, span: Span): Span[] {
  return textBlocksOf(clause).flatMap(({ inNode, inText, length }) => {
    const from = Math.max(span.from, inText)
    const to = Math.min(span.to, inText + length)
    const shift = start + 1 + inNode - inText
    return from < to ? [{ from: from + shift, to: to + shift }] : []
  })
}

export interface ClauseAt {
  id: string
  node: DocumentNode
  /** Where its node begins. */
  start: number
}

/** The innermost clause around a position. */
export function clauseAt(state: EditorState, position: number): ClauseAt | undefined {
  const place = state.doc.resolve(position)
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const node = place.node(depth)
    if (node.type.name === 'clause') return { id: String(node.attrs['id']), node, start: place.before(depth) }
  }
  return undefined
}

/** The part of a selection that is in the clause where it begins, as a span of the clause's text. */
export function selectedSpan(state: EditorState): { clause: ClauseAt; span: Span } | undefined {
  const { from, to } = state.selection
  const clause = clauseAt(state, from)
  if (!clause) return undefined
  const inText = (position: number) => {
    let last = 0
    for (const block of textBlocksOf(clause.node)) {
      const begins = clause.start + 1 + block.inNode
      if (position < begins) return last
      last = block.inText + Math.min(position - begins, block.length)
    }
    return last
  }
  return { clause, span: { from: inText(from), to: inText(to) } }
}

/** Every clause of the document. */
export function clausesOf(doc: DocumentNode): ClauseAt[] {
  const clauses: ClauseAt[] = []
  doc.descendants((node, start) => {
    if (node.type.name !== 'clause') return false
    clauses.push({ id: String(node.attrs['id']), node, start })
    return true
  })
  return clauses
}
