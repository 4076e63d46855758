import type { Part, Translate } from '../../kind'
import type { ReportSection, WorkshopReport } from '../model/content'
import { columnName, rowName, sectionName } from '../model/names'

/** Sections, and the rows of their tables, in reading order. */
export function partsOf({ sections }: WorkshopReport, t: Translate): Part[] {
  return sections
    .flatMap((section) => [sectionPart(section, t), ...rowParts(section, t)])
    .map((part, order) => ({ ...part, order }))
}

type Unordered = Omit<Part, 'order'>

function sectionPart(section: ReportSection, t: Translate): Unordered {
  const fields = [
    { name: t('section.heading'), text: section.heading },
    { name: t('section.text'), text: section.text },
  ]
  if (section.table) fields.push({ name: t('table.caption'), text: section.table.caption })
  return { id: `section-${section.id}`, kind: t('section.name'), name: sectionName(section, t), place: '', fields }
}

function rowParts(section: ReportSection, t: Translate): Unordered[] {
  const { table } = section
  if (!table) return []
  return table.rows.map((row, index) => ({
    id: `row-${row.id}`,
    kind: t('table.rowName'),
    name: rowName(table, index, t),
    place: sectionName(section, t),
    fields: table.columns.map((_, column) => ({ name: columnName(table, column, t), text: row.cells[column] ?? '' })),
  }))
}
