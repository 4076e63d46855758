import type * as Y from 'yjs'
import { byOrder } from '../../../document/order'
import { collection, readRecords, restoreRecords } from '../../../document/records'
import { readAfresh, type Remember } from '../../../document/remember'
import type { ReportSection, ReportTable, WorkshopReport } from './content'
import {
  cellId,
  cellShape,
  collections,
  columnShape,
  rowShape,
  sectionShape,
  type StoredCell,
  type StoredColumn,
  type StoredRow,
} from './stored'

/** Reads a report. Total: what is damaged is mended; columns and rows of a section that is gone are left out. */
export function readWorkshopReport(root: Y.Map<unknown>, remember: Remember = readAfresh): WorkshopReport {
  const sections = readRecords(root, collections.sections, sectionShape, remember).sort(byOrder)
  const columns = bySection(readRecords(root, collections.columns, columnShape, remember).sort(byOrder))
  const rows = bySection(readRecords(root, collections.rows, rowShape, remember).sort(byOrder))
  const cells = new Map(readRecords(root, collections.cells, cellShape, remember).map(({ id, text }) => [id, text]))
  const tableOf = (section: string, caption: string): ReportTable | null => {
    const own = columns.get(section)
    if (!own) return null
    return {
      caption,
      columns: own.map(({ id, order, name }) => ({ id, order, name })),
      rows: (rows.get(section) ?? []).map(({ id, order }) => ({
        id,
        order,
        cells: own.map((column) => cells.get(cellId(id, column.id)) ?? ''),
      })),
    }
  }
  return {
    sections: sections.map(({ caption, ...section }) => ({ ...section, table: tableOf(section.id, caption) })),
  }
}

/** Fills an empty root. */
export function seedWorkshopReport(root: Y.Map<unknown>, content: WorkshopReport): void {
  for (const name of Object.values(collections)) collection(root, name)
  restoreWorkshopReport(root, content)
}

/** Turns what is there into `content` by the smallest forward change. */
export function restoreWorkshopReport(root: Y.Map<unknown>, { sections }: WorkshopReport): void {
  restoreRecords(
    root,
    collections.sections,
    sectionShape,
    sections.map(({ table, ...section }) => ({ ...section, caption: table?.caption ?? '' })),
  )
  restoreRecords(root, collections.columns, columnShape, sections.flatMap(columnsOf))
  restoreRecords(root, collections.rows, rowShape, sections.flatMap(rowsOf))
  restoreRecords(root, collections.cells, cellShape, sections.flatMap(cellsOf))
}

function columnsOf({ id: section, table }: ReportSection): StoredColumn[] {
  return (table?.columns ?? []).map((column) => ({ ...column, section }))
}

function rowsOf({ id: section, table }: ReportSection): StoredRow[] {
  return (table?.rows ?? []).map(({ id, order }) => ({ id, order, section }))
}

function cellsOf({ table }: ReportSection): StoredCell[] {
  if (!table) return []
  return table.rows.flatMap((row) =>
    table.columns.map((column, index) => ({ id: cellId(row.id, column.id), text: row.cells[index] ?? '' })),
  )
}

function bySection<Item extends { section: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(item.section, [...(groups.get(item.section) ?? []), item])
  return groups
}
