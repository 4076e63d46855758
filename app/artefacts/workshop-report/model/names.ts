import { plainLine } from '../../../lib/plain-text'
import type { Translate } from '../../kind'
import type { ReportSection, ReportTable } from './content'

/** What things are called outside the editor; nothing is ever called nothing. */
export function sectionName(section: ReportSection, t: Translate): string {
  return plainLine(section.heading) || t('section.unnamed')
}

export function columnName(table: ReportTable, index: number, t: Translate): string {
  return plainLine(table.columns[index]?.name ?? '') || t('table.unnamedColumn', { number: index + 1 })
}

export function rowName(table: ReportTable, index: number, t: Translate): string {
  return plainLine(table.rows[index]?.cells[0] ?? '') || t('table.row', { number: index + 1 })
}

export function tableName(section: ReportSection, t: Translate): string {
  return plainLine(section.table?.caption ?? '') || sectionName(section, t)
}
