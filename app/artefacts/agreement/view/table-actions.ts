// Declares the commands for tables on Tiptap's editor.
import type {} from '@tiptap/extension-table'
import type { MenuAction } from '../../../components/menu'
import type { Translate } from '../../kind'
import type { OpenEditor } from './editor/create-editor'

/** What the table button offers: a new table, or the rows and columns of the one that the caret is in. */
export function tableActions(open: OpenEditor | undefined, inTable: boolean, t: Translate): MenuAction[] {
  if (!open) return []
  const focus = () => open.editor.chain().focus()
  if (!inTable) {
    return [{ id: 'insert', label: t('table.insert'), onAction: () => open.insertTable() }]
  }
  return [
    { id: 'row-above', label: t('table.rowAbove'), onAction: () => focus().addRowBefore().run() },
    { id: 'row-below', label: t('table.rowBelow'), onAction: () => focus().addRowAfter().run() },
    { id: 'column-before', label: t('table.columnBefore'), onAction: () => focus().addColumnBefore().run() },
    { id: 'column-after', label: t('table.columnAfter'), onAction: () => focus().addColumnAfter().run() },
    {
      id: 'header-row',
      label: t('table.headerRow'),
      startsGroup: true,
      onAction: () => focus().toggleHeaderRow().run(),
    },
    {
      id: 'header-column',
      label: t('table.headerColumn'),
      onAction: () => focus().toggleHeaderColumn().run(),
    },
    {
      id: 'delete-row',
      label: t('table.deleteRow'),
      startsGroup: true,
      danger: true,
      onAction: () => focus().deleteRow().run(),
    },
    {
      id: 'delete-column',
      label: t('table.deleteColumn'),
      danger: true,
      onAction: () => focus().deleteColumn().run(),
    },
    { id: 'delete', label: t('table.delete'), danger: true, onAction: () => focus().deleteTable().run() },
  ]
}
