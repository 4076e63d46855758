import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Plugin } from '@tiptap/pm/state'
import { looks } from '../looks'
import { isFromOthers } from './shared-body'

const spans = () => ({ colspan: { default: 1 }, rowspan: { default: 1 } })

// A cell may be empty for a moment, when two people replaced what was in it: a cell that is deleted would move all the
// others of its row. `clause-form.ts` and `mend-later.ts` put a line into it.
const cellContent = '(paragraph | list)*'

const cell = TableCell.extend({
  content: cellContent,
  addAttributes: spans,
  renderHTML: ({ HTMLAttributes }) => ['td', { ...HTMLAttributes, class: looks.cell }, 0],
})

const headerCell = TableHeader.extend({
  content: cellContent,
  addAttributes: spans,
  renderHTML: ({ HTMLAttributes }) => ['th', { ...HTMLAttributes, class: looks.headerCell }, 0],
})

const row = TableRow.extend({ content: '(tableCell | tableHeader)+' })

const table = Table.extend({
  // The frame scrolls, and the caret is what scrolls it from the keyboard: `contenteditable` tells those who check for it.
  renderHTML: () => ['div', { class: looks.tableFrame, contenteditable: 'true' }, ['table', { class: looks.table }, ['tbody', 0]]],
  addNodeView: () => null,
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(leaveOthersTables)
  },
})

/**
 * The table plugin puts missing cells into any table that came out of shape. Where others' edits brought that about
 * every open editor would put in its own: `mend-later.ts` does it once.
 */
function leaveOthersTables(plugin: Plugin): Plugin {
  const { appendTransaction } = plugin.spec
  if (!appendTransaction) return plugin
  plugin.spec.appendTransaction = (transactions, before, after) =>
    transactions.some(isFromOthers) ? null : appendTransaction.call(plugin, transactions, before, after)
  return plugin
}

export const tableNodes = [table, row, cell, headerCell]
