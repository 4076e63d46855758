// Declares the commands for tables on Tiptap's editor.
import type {} from '@tiptap/extension-table'
import type { MenuAction } from '../../../components/menu'
import type { Translate } from '../../kind'
import type { OpenEditor } from './editor/create-editor'

/** What the table button offers: a new table, or the rows and columns of the one that the caret is in. */
export function tableActions(open: OpenEditor | undefined, inTable: boolean, t: Translate): MenuAction[] {
  if (!open) return []
  const { commands } = open.editor
  if (!inTable) {
    return [{ id: 'insert', label: t('table.insert'), onAction: () => open.insertTable() }]
  }
  return [
    { id: 'row-above', label: t('table.rowAbove'), onAction: () => commands.addRowBefore() },
    { id: 'row-below', label: t('table.rowBelow'), onAction: () => commands.addRowAfter() },
    { id: 'column-before', label: t('table.columnBefore'), onAction: () => commands.addColumnBefore() },
    { id: 'column-after', label: t('table.columnAfter'), onAction: () => commands.addColumnAfter() },
    {
      id: 'header-row',
      label: t('table.headerRow'),
      startsGroup: true,
      onAction: () => commands.toggleHeaderRow(),
    },
    {
      id: 'header-column',
      label: t('table.headerColumn'),
      onAction: () => commands.toggleHeaderColumn(),
    },
    {
      id: 'delete-row',
      label: t('table.deleteRow'),
      startsGroup: true,
      danger: true,
      onAction: () => commands.deleteRow(),
    },
    {
      id: 'delete-column',
      label: t('table.deleteColumn'),
      danger: true,
      onAction: () => commands.deleteColumn(),
    },
    { id: 'delete', label: t('table.delete'), danger: true, onAction: () => commands.deleteTable() },
  ]
}
