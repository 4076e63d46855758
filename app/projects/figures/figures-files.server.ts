import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { Translator } from '../../i18n/translator'
import { toCsv, type CsvCell } from '../../lib/csv'
import { plainLine } from '../../lib/plain-text'
import { sayDay, wallDate } from '../../workshops/wall-time'
import type { ProjectFigures } from './figures'
import { countingRules, figuresSummary, figuresTable, type FigureCell, type FigureColumn } from './figures-table'

export const figureFormats = ['csv', 'xlsx'] as const

export type FigureFormat = (typeof figureFormats)[number]

export const figureMimes: Record<FigureFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The figures as a file for the funder. */
export async function figuresFile(
  format: FigureFormat,
  figures: ProjectFigures,
  translator: Translator,
): Promise<Uint8Array> {
  return format === 'csv' ? new TextEncoder().encode(figuresCsv(figures, translator)) : figuresXlsx(figures, translator)
}

/** One table: a header, a row a workshop, the total. */
function figuresCsv(figures: ProjectFigures, translator: Translator): string {
  const { columns, rows, total } = figuresTable(figures, translator)
  const plain = (cell: FigureCell): CsvCell => (cell instanceof Date ? sayDay(cell, translator.language) : cell)
  return toCsv([columns.map(({ name }) => name), ...[...rows, total].map((row) => row.map(plain))])
}

/** The same table with real numbers and dates, and beside it the totals in words with how they were counted. */
async function figuresXlsx(figures: ProjectFigures, translator: Translator): Promise<Uint8Array> {
  const t = translator.in('figures')
  const { columns, rows, total } = figuresTable(figures, translator)
  const header = columns.map(({ name, form }): CellObject => ({
    ...textCell(name),
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    backgroundColor: '#E2EFF0',
    align: form === 'text' || form === 'date' ? 'left' : 'right',
  }))
  const lines = rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index])))
  const last = total.map((cell, index): CellObject => ({ ...cellOf(cell, columns[index]), fontWeight: 'bold', topBorderStyle: 'thin' }))
  const summary = figuresSummary(figures, translator).map(({ name, value }) => [textCell(name), numberCell(value)])
  const rules = countingRules(translator).map((rule) => [{ ...textCell(rule), wrap: true }])
  return writeExcelFile([
    {
      sheet: t('sheet.workshops'),
      data: [header, ...lines, last],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    {
      sheet: t('sheet.summary'),
      data: [
        [heading(t('column.figure')), { ...heading(t('column.count')), align: 'right' }],
        ...summary,
        [],
        [heading(t('rules.title'))],
        ...rules,
      ],
      columns: [{ width: 80 }, { width: 12 }],
    },
  ]).toBuffer()
}

const heading = (words: string): CellObject => ({ ...textCell(words), fontWeight: 'bold' })

/** A text is stored as one, so that a spreadsheet never takes it for a formula. */
function textCell(words: string): CellObject {
  return { value: plainLine(words), type: String }
}

function numberCell(value: number, format?: string): CellObject {
  return { value, type: Number, ...(format ? { format } : {}) }
}

function cellOf(cell: FigureCell, column: FigureColumn | undefined): CellObject {
  if (cell === null) return {}
  if (typeof cell === 'string') return textCell(cell)
  // The day as the wall shows it, whatever zone the server keeps.
  if (cell instanceof Date) return { value: new Date(`${wallDate(cell)}T00:00:00Z`), type: Date, format: 'd.m.yyyy' }
  return numberCell(cell, column?.form === 'mean' || column?.form === 'hours' ? '0.0' : undefined)
}
