import type { AppLoadContext } from 'react-router'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { fileAnswer } from '../exports/file-answer'
import { exportFileName } from '../exports/file-name'
import { translatorFor } from '../i18n/catalogue.server'
import type { Translator } from '../i18n/translator'
import { toCsv } from '../lib/csv'
import { plainText } from '../lib/plain-text'
import { requireVersions } from '../versions/pages.server'
import { sayDay, wallDate } from '../workshops/wall-time'
import { approvalsTable, type ApprovalCell } from './approvals-table'
import type { Standing } from './model/standing'
import { standingOf } from './standing.server'

const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** `approvals.csv` or `approvals.xlsx`: who has approved what, for whoever keeps the minutes. */
export async function downloadApprovals(request: Request, context: AppLoadContext, artefactId: string, file: string): Promise<Response> {
  const { artefact, language } = await requireVersions(request, context, artefactId)
  const format = (['csv', 'xlsx'] as const).find((one) => file === `approvals.${one}`)
  if (!format) throw new Response(null, { status: 404 })
  const { services } = context
  const translator = translatorFor(language)
  const standing = await standingOf(services, artefact.id)
  const bytes = format === 'csv' ? new TextEncoder().encode(approvalsCsv(standing, translator)) : await approvalsXlsx(standing, translator)
  const title = translator.in('approvals')('fileName', { title: artefact.title })
  const name = exportFileName(title, wallDate(new Date(services.now())), format)
  return fileAnswer({ name, mime: mimes[format], bytes })
}

export function approvalsCsv(standing: Standing, translator: Translator): string {
  const { columns, rows } = approvalsTable(standing, translator)
  const plain = (cell: ApprovalCell) => (cell instanceof Date ? sayDay(cell, translator.language) : cell)
  return toCsv([columns.map(({ name }) => name), ...rows.map((row) => row.map(plain))])
}

export function approvalsXlsx(standing: Standing, translator: Translator): Promise<Uint8Array> {
  const { columns, rows } = approvalsTable(standing, translator)
  const header = columns.map(({ name }): CellObject => ({ ...cellOf(name), fontWeight: 'bold', backgroundColor: '#E2EFF0' }))
  return writeExcelFile([
    {
      sheet: translator.in('approvals')('table.sheet'),
      data: [header, ...rows.map((row) => row.map(cellOf))],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
  ]).toBuffer()
}

/** A text is stored as one, so that a spreadsheet never takes it for a formula. */
function cellOf(cell: ApprovalCell): CellObject {
  if (cell === null) return {}
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string') return { value: plainText(cell), type: String, wrap: true, alignVertical: 'top' }
  // The day as the wall shows it, whatever zone the server keeps.
  return { value: new Date(`${wallDate(cell)}T00:00:00Z`), type: Date, format: 'd.m.yyyy' }
}
