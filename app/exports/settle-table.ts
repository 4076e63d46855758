import type { SettledBlock, SettledCell, SettledTable } from './settled'
import { widthsByContent } from './table-widths'
import type { Table, TableCell } from './tree'

// On an upright A4 page an eighth column leaves under 21 mm for each: a compound word no longer fits on a line.
const mostColumnsUpright = 6

// Word opens no table with more.
const mostColumns = 63

function span(asked: number | undefined, most: number): number {
  return Math.max(1, Math.min(Math.trunc(asked ?? 1) || 1, most))
}

type Place = Omit<SettledCell, 'children' | 'header'> & { cell: TableCell | undefined }

/**
 * Where each cell of a part of a table (its header rows, or its body) stands, once the cells that span from above
 * have taken their places. No span leaves the part.
 */
function placeCells(rows: readonly (readonly TableCell[])[]): Place[][] {
  const taken: boolean[][] = rows.map(() => [])
  return rows.map((row, rowIndex) => {
    const places: Place[] = []
    let column = 0
    const here = taken[rowIndex] ?? []
    for (const cell of row) {
      while (here[column]) column += 1
      let columns = 1
      const wanted = span(cell.columns, mostColumns)
      while (columns < wanted && !here[column + columns]) columns += 1
      const height = span(cell.rows, rows.length - rowIndex)
      for (let below = rowIndex; below < rowIndex + height; below += 1) {
        taken[below]?.splice(column, columns, ...placesTaken(taken[below], column, columns))
      }
      places.push({ column, columns, rows: height, cell })
      column += columns
    }
    return places
  })
}

/** Marks a stretch of a row as taken, also where the row was not that long yet. */
function placesTaken(row: boolean[] | undefined, column: number, columns: number): boolean[] {
  while (row && row.length < column) row.push(false)
  return Array.from({ length: columns }, () => true)
}

/** Adds an empty cell at every place that no cell has taken. */
function square(rows: Place[][], columnCount: number): Place[][] {
  const taken = rows.map(() => new Set<number>())
  rows.forEach((row, rowIndex) => {
    for (const { column, columns, rows: height } of row) {
      for (let below = rowIndex; below < rowIndex + height; below += 1) {
        for (let at = column; at < column + columns; at += 1) taken[below]?.add(at)
      }
    }
  })
  return rows.map((row, rowIndex) => {
    const empty = Array.from({ length: columnCount }, (_, column) => column)
      .filter((column) => !taken[rowIndex]?.has(column))
      .map((column): Place => ({ column, columns: 1, rows: 1, cell: undefined }))
    return [...row, ...empty].sort((one, other) => one.column - other.column)
  })
}

/** The widths that were asked for, as shares; undefined where they do not fit the table. */
function askedWidths(widths: readonly number[] | undefined, columnCount: number): number[] | undefined {
  if (widths?.length !== columnCount || !widths.every((width) => width > 0 && Number.isFinite(width))) return undefined
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => width / total)
}

/**
 * A table with at least one cell becomes one in which every place is taken exactly once.
 * `settleCell` settles what stands in a cell; `number` and `nested` are as in `SettledTable`.
 */
export function settleTable(
  table: Table,
  settleCell: (cell: TableCell) => SettledBlock[],
  { caption, number, nested }: { caption: string; number: number; nested: boolean },
): SettledTable {
  const rows = table.rows.filter((row) => row.length > 0)
  const rowsTracked = table.rowsTracked?.filter((_, index) => (table.rows[index]?.length ?? 0) > 0)
  const asked = Math.max(0, Math.min(Math.trunc(table.headerRows) || 0, rows.length))
  const parts = [placeCells(rows.slice(0, asked)), placeCells(rows.slice(asked))]
  const placed = parts.flat()
  const columnCount = Math.max(...placed.flat().map(({ column, columns }) => column + columns))
  const squared = parts.flatMap((part) => square(part, columnCount))
  const settled: SettledTable = {
    type: 'table',
    caption,
    number,
    widths: Array.from({ length: columnCount }, () => 1 / columnCount),
    headerRows: asked,
    wide: !nested && columnCount > mostColumnsUpright,
    ...(table.tracked ? { tracked: table.tracked } : {}),
    ...(rowsTracked ? { rowsTracked } : {}),
    ...(table.formerCaption ? { formerCaption: table.formerCaption } : {}),
    rows: squared.map((row, rowIndex) =>
      row.map(({ cell, ...place }): SettledCell => {
        const header = headerOf(place.column, cell?.header === true, rowIndex < asked, table.rowHeaders)
        return { ...place, children: cell ? settleCell(cell) : [], ...(header ? { header } : {}) }
      }),
    ),
  }
  return { ...settled, widths: askedWidths(table.widths, columnCount) ?? widthsByContent(settled) }
}

function headerOf(
  column: number,
  marked: boolean,
  inHeaderRow: boolean,
  rowHeaders: boolean,
): SettledCell['header'] {
  if (inHeaderRow) return 'column'
  return marked || (rowHeaders && column === 0) ? 'row' : undefined
}
