import type { TableCell, TableRow } from './content'

/** Above this many cells a table is left as it is: nobody wrote it by hand. */
const mostCells = 20_000

/**
 * A table of which every row is as wide as the others. Rows come apart when one person adds a column while another
 * adds a row; without this every open editor would put the missing cells in, each its own.
 */
export function squareRows(rows: readonly TableRow[]): TableRow[] {
  const placed = placeCells(rows)
  const width = placed.reduce((most, { width: own }) => Math.max(most, own), 0)
  if (width * rows.length > mostCells) return [...rows]
  return placed.map(({ row, width: own }) => {
    if (own >= width) return row
    const type = row.content.every((cell) => cell.type === 'tableHeader') ? 'tableHeader' : 'tableCell'
    const missing = Array.from({ length: width - own }, () => emptyCell(type))
    return { type: 'tableRow', content: [...row.content, ...missing] }
  })
}

function emptyCell(type: TableCell['type']): TableCell {
  return { type, content: [{ type: 'paragraph' }] }
}

/** Each row with its width, cells reaching into it from above included; spans that collide or stick out are cut. */
function placeCells(rows: readonly TableRow[]): { row: TableRow; width: number }[] {
  /** Until which row, exclusive, each column is taken. */
  const takenUntil: number[] = []
  return rows.map((row, index) => {
    let column = 0
    const isFree = (at: number) => (takenUntil[at] ?? 0) <= index
    const content = row.content.map((cell) => {
      while (!isFree(column)) column += 1
      const span = cell.attrs?.colspan ?? 1
      let columns = 1
      while (columns < span && isFree(column + columns)) columns += 1
      const height = Math.min(cell.attrs?.rowspan ?? 1, rows.length - index)
      for (let step = 0; step < columns; step += 1) takenUntil[column + step] = index + height
      column += columns
      return columns === span && height === (cell.attrs?.rowspan ?? 1)
        ? cell
        : withSpans(cell, columns, height)
    })
    const width = takenUntil.reduce((most, until, at) => (until > index ? at + 1 : most), 0)
    return { row: { type: 'tableRow', content }, width }
  })
}

function withSpans({ type, content }: TableCell, colspan: number, rowspan: number): TableCell {
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
  return Object.keys(attrs).length > 0 ? { type, attrs, content } : { type, content }
}
