import type { SettledBlock, SettledTable } from '../settled'

/** What stands in a cell, on one line. */
export type WriteCell = (blocks: readonly SettledBlock[]) => string

/**
 * The words of a table by row and column. Markdown has no cells that span: one that spans rows is said again in each,
 * so that every row can be read by itself; one that spans columns stands in its first, or over all if it names them.
 */
function grid({ rows, widths }: SettledTable, writeCell: WriteCell): string[][] {
  const places = rows.map(() => widths.map(() => ''))
  rows.forEach((row, rowIndex) => {
    for (const cell of row) {
      const words = writeCell(cell.children)
      const said = cell.header === 'row' && words ? `**${words}**` : words
      for (let at = rowIndex; at < rowIndex + cell.rows; at += 1) {
        places[at]?.fill(said, cell.column, cell.column + (cell.header === 'column' ? cell.columns : 1))
      }
    }
  })
  return places
}

/** Several header rows become one: what stands above a column, from the top down. */
function headerLine(header: readonly string[][], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => {
    const words = header.map((row) => row[column] ?? '').filter(Boolean)
    return [...new Set(words)].join(' / ')
  })
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** A table of GitHub's Markdown: always with a header row, as it has no others. */
export function writeTable(table: SettledTable, writeCell: WriteCell): string {
  const places = grid(table, writeCell)
  const columns = table.widths.length
  const header = headerLine(places.slice(0, table.headerRows), columns)
  const rule = Array.from({ length: columns }, () => '---')
  return [header, rule, ...places.slice(table.headerRows)].map(line).join('\n')
}
