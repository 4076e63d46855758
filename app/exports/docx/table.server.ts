import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { SettledBlock, SettledCell, SettledTable } from '../settled'
import type { Place, WrittenBlock } from './blocks.server'
import type { Review } from './review.server'
import { colours, millimetre } from './styles.server'

const cellStyles = { column: 'TableHeading', row: 'TableRowHeading' } as const

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hair = { style: BorderStyle.SINGLE, size: 4, color: colours.hair } as const
const line = { style: BorderStyle.SINGLE, size: 8, color: colours.accent } as const

const cellMargins = { top: 60, bottom: 40, left: 90, right: 90 }

type WriteBlocks = (blocks: readonly SettledBlock[], place: Place) => WrittenBlock[]

interface Cell {
  cell: SettledCell
  /** Of each of the table's columns, in twips. */
  widths: readonly number[]
  place: Place
  lastOfHeader: boolean
}

function writeCell({ cell, widths, place, lastOfHeader }: Cell, writeBlocks: WriteBlocks): TableCell {
  const width = widths.slice(cell.column, cell.column + cell.columns).reduce((sum, part) => sum + part, 0)
  const inside: Place = {
    ...place,
    width: Math.max(millimetre, width - cellMargins.left - cellMargins.right),
    style: cell.header ? cellStyles[cell.header] : 'TableText',
    lists: 0,
  }
  const written = writeBlocks(cell.children, inside)
  // Word opens no cell that does not end with a paragraph.
  const ends = written.at(-1) instanceof Paragraph ? [] : [new Paragraph({ style: inside.style ?? 'TableText' })]
  return new TableCell({
    children: [...written, ...ends],
    width: { size: width, type: WidthType.DXA },
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    margins: cellMargins,
    ...(cell.header === 'column'
      ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.wash } }
      : {}),
    ...(lastOfHeader ? { borders: { bottom: line } } : {}),
  })
}

/** A table whose header rows repeat on every page, and whose first column is marked where it names the rows. */
export function writeTable(table: SettledTable, place: Place, review: Review, writeBlocks: WriteBlocks): Table {
  const { widths: shares, headerRows, rows } = table
  const widths = shares.map((share) => Math.floor(share * place.width))
  const namesRows = rows.some((row) => row.some(({ header }) => header === 'row'))
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: hair, left: none, right: none, insideHorizontal: hair, insideVertical: none },
    // What assistive technology and Word's own PDF export go by to tell header cells.
    tableLook: { firstRow: headerRows > 0, firstColumn: namesRows, noHBand: true, noVBand: true },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < headerRows,
          cantSplit: true,
          ...review.rowMark(table.rowsTracked?.[index] ?? table.tracked),
          children: row.map((cell) => {
            const lastOfHeader = index + cell.rows === headerRows
            return writeCell({ cell, widths, place, lastOfHeader }, writeBlocks)
          }),
        }),
    ),
  })
}
