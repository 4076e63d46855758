import type { Editor } from '@tiptap/core'
import type { Node as DocumentNode, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

const columns = 3
const rows = 3

/** Puts an empty table with a header row after what the caret is in; in place of it, when that is an empty line. */
export function insertTable(editor: Editor): void {
  const { selection, tr: transaction } = editor.state
  const table = emptyTable(editor)
  const depth = depthInClause(selection.$from)
  if (!table || depth === undefined) return
  const standing = selection.$from.node(depth)
  const isEmptyLine = standing.type.name === 'paragraph' && standing.content.size === 0
  const start = isEmptyLine ? selection.$from.before(depth) : selection.$from.after(depth)
  if (isEmptyLine) transaction.replaceWith(start, selection.$from.after(depth), table)
  else transaction.insert(start, table)
  // Into the first cell: the table, its row, the cell, the paragraph.
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(start + 4))).scrollIntoView()
  editor.view.dispatch(transaction)
  editor.view.focus()
}

/** How deep the node stands that is a clause's own child. */
function depthInClause(place: ResolvedPos): number | undefined {
  for (let depth = place.depth; depth > 1; depth -= 1) {
    if (place.node(depth - 1).type.name === 'clause' && place.node(depth).type.name !== 'clause') return depth
  }
  return undefined
}

function emptyTable(editor: Editor): DocumentNode | undefined {
  const { table, tableRow, tableCell, tableHeader } = editor.schema.nodes
  if (!table || !tableRow || !tableCell || !tableHeader) return undefined
  const row = (isHeader: boolean) => {
    const cells = Array.from({ length: columns }, () => (isHeader ? tableHeader : tableCell).createAndFill())
    return tableRow.create(
      null,
      cells.filter((cell) => cell !== null),
    )
  }
  return table.create(
    null,
    Array.from({ length: rows }, (_, index) => row(index === 0)),
  )
}
