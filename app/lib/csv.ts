/** What a cell of a table may hold. Null: nothing. */
export type CsvCell = string | number | null

/** What a spreadsheet takes for a formula, also behind white space and in full width. */
const formula = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/u

/**
 * A text that no spreadsheet runs: what could be a formula is marked with an apostrophe before it, as Excel does itself.
 */
export function neutralised(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/**
 * A table as CSV (RFC 4180) that Excel opens by itself where decimals are commas: UTF-8 with a byte order mark,
 * semicolons between cells, "4,3" for a number, CRLF after each row. Texts are never formulas.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : ''
  const text = neutralised(cell)
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
