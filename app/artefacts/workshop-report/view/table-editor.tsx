import { ArrowDown, ArrowUp, EllipsisVertical, Plus, Trash2 } from 'lucide-react'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import { Menu } from '../../../components/menu'
import { longest, mostColumns, type ReportSection, type ReportTable } from '../model/content'
import { columnName, rowName } from '../model/names'
import { focusName } from './acts'
import { LiveField } from './live-field'
import { useReport } from './report-context'

interface TableProps {
  section: ReportSection
  table: ReportTable
}

/** A table to be written. Where there is no room for columns, the cells of a row stand below each other, each named. */
export function TableEditor({ section, table, number }: TableProps & { number: string }) {
  const { t, acts } = useReport()
  // What names the row has the most words.
  const widths = table.columns.map((_, index) => (index === 0 ? 'minmax(0, 1.6fr)' : 'minmax(0, 1fr)'))
  const columns = { gridTemplateColumns: [...widths, '2.5rem'].join(' ') }
  return (
    <div role="group" aria-label={t('table.of', { number })} className="mt-3 rounded-lg border border-line bg-surface p-2">
      <LiveField
        value={section.table?.caption ?? ''}
        onText={(caption) => acts.write(section.id, { caption })}
        label={t('table.captionOf', { number })}
        longest={longest.caption}
        placeholder={t('table.captionPlaceholder')}
        name={`caption ${section.id}`}
        className="font-semibold"
      />
      <div className="mt-1 grid gap-1 rounded-md bg-sunken p-1 max-md:!grid-cols-1" style={columns}>
        {table.columns.map((column, index) => (
          <LiveField
            key={column.id}
            value={column.name}
            onText={(name) => acts.renameColumn(column.id, name)}
            label={t('table.columnField', { number: index + 1 })}
            longest={longest.column}
            placeholder={t('table.unnamedColumn', { number: index + 1 })}
            name={focusName.column(column.id)}
            className="text-sm font-semibold"
          />
        ))}
        <ColumnMenu section={section} table={table} number={number} />
      </div>
      <ol aria-label={t('table.rows')} className="divide-y divide-line">
        {table.rows.map((row, index) => (
          <li key={row.id} className="grid gap-x-1 p-1 max-md:!grid-cols-1" style={columns}>
            {table.columns.map((column, at) => (
              <div key={column.id} className="flex min-w-0 items-start gap-1">
                <span aria-hidden className="w-2/5 shrink-0 px-2 py-2 text-sm text-ink-soft md:hidden">
                  {columnName(table, at, t)}
                </span>
                <LiveField
                  value={row.cells[at] ?? ''}
                  onText={(text) => acts.writeCell(row.id, column.id, text)}
                  label={t('table.cell', { column: columnName(table, at, t), row: index + 1 })}
                  longest={longest.cell}
                  name={at === 0 ? focusName.row(row.id) : `cell ${row.id} ${column.id}`}
                />
              </div>
            ))}
            <RowMenu section={section} table={table} index={index} />
          </li>
        ))}
      </ol>
      <Button variant="quiet" size="small" onPress={() => acts.addRow(section.id, table.rows.length)}>
        <Plus aria-hidden className="size-4" />
        {t('table.addRow')}
      </Button>
    </div>
  )
}

function ColumnMenu({ section, table, number }: TableProps & { number: string }) {
  const { t, acts } = useReport()
  const label = t('table.columnMenu', { number })
  return (
    <span className="flex items-start justify-end">
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={EllipsisVertical} />}
        actions={[
          {
            id: 'add',
            label: t('table.addColumn'),
            icon: Plus,
            disabled: table.columns.length >= mostColumns,
            onAction: () => acts.addColumn(section.id, table.columns.length),
          },
          ...table.columns.map(({ id }, index) => ({
            id,
            label: t('table.removeColumn', { name: columnName(table, index, t) }),
            icon: Trash2,
            danger: true,
            startsGroup: index === 0,
            onAction: () => acts.removeColumn(section.id, id),
          })),
        ]}
      />
    </span>
  )
}

function RowMenu({ section, table, index }: TableProps & { index: number }) {
  const { t, acts } = useReport()
  const row = table.rows[index]
  if (!row) return null
  const label = t('table.rowMenu', { name: rowName(table, index, t) })
  const move = (by: -1 | 1) => () => acts.moveRow(section.id, row.id, by)
  const last = table.rows.length - 1
  return (
    <span className="flex items-start justify-end">
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={EllipsisVertical} />}
        actions={[
          { id: 'add', label: t('table.addRowAfter'), icon: Plus, onAction: () => acts.addRow(section.id, index + 1) },
          { id: 'up', label: t('table.rowUp'), icon: ArrowUp, disabled: index === 0, onAction: move(-1) },
          { id: 'down', label: t('table.rowDown'), icon: ArrowDown, disabled: index === last, onAction: move(1) },
          {
            id: 'remove',
            label: t('table.removeRow'),
            icon: Trash2,
            danger: true,
            startsGroup: true,
            onAction: () => acts.removeRow(section.id, row.id),
          },
        ]}
      />
    </span>
  )
}
