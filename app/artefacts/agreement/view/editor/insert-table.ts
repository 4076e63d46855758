import type { Node as DocumentNode, ResolvedPos, Schema } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

const columns = 3
const rows = 3

/** Puts an empty table with a header row after what the caret is in; in place of it, when that is an empty line. */
export function insertTable({ selection: { $from }, schema, tr: transaction }: EditorState): Transaction {
  const depth = depthInClause($from)
  if (depth === undefined) return transaction
  const table = emptyTable(schema)
  const standing = $from.node(depth)
  const isEmptyLine = standing.type.name === 'paragraph' && standing.content.size === 0
  const start = isEmptyLine ? $from.before(depth) : $from.after(depth)
  if (isEmptyLine) transaction.replaceWith(start, $from.after(depth), table)
  else transaction.insert(start, table)
  // Into the first cell: the table, its row, the cell, the paragraph.
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(start + 4))).scrollIntoView()
}

/** How deep the node stands that is a clause's own child. */
function depthInClause(place: ResolvedPos): number | undefined {
  for (let depth = place.depth; depth > 1; depth -= 1) {
    if (place.node(depth - 1).type.name === 'clause' && place.node(depth).type.name !== 'clause') return depth
  }
  return undefined
}

function emptyTable(schema: Schema): DocumentNode {
  const cell = (type: 'tableHeader' | 'tableCell') => ({ type, content: [{ type: 'paragraph' }] })
  const row = (_: unknown, index: number) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => cell(index === 0 ? 'tableHeader' : 'tableCell')),
  })
  return schema.nodeFromJSON({ type: 'table', content: Array.from({ length: rows }, row) })
}
