import type { ReportTable, WorkshopReport } from '../../artefacts/workshop-report/model/content'
import { initialOrders } from '../../document/order'
import { plainLine, plainText } from '../../lib/plain-text'

/** A section as it is first written. */
export interface SectionDraft {
  /** The same each time the report is made, so that what is written again stays the same section. */
  id: string
  heading: string
  depth?: 1 | 2
  text?: string
  table?: TableDraft
}

export interface TableDraft {
  caption: string
  columns: string[]
  /** The first cell of a row names it. */
  rows: string[][]
}

/** The sections as a report holds them, cleaned of what no document can carry. */
export function composeReport(drafts: readonly SectionDraft[]): WorkshopReport {
  const orders = initialOrders(drafts.length)
  return {
    sections: drafts.map(({ id, heading, depth = 1, text = '', table }, index) => ({
      id,
      order: orders[index] ?? '',
      depth,
      heading: plainLine(heading),
      text: plainText(text).trim(),
      table: table && table.rows.length > 0 ? tableOf(id, table) : null,
    })),
  }
}

function tableOf(section: string, { caption, columns, rows }: TableDraft): ReportTable {
  const columnOrders = initialOrders(columns.length)
  const rowOrders = initialOrders(rows.length)
  return {
    caption: plainLine(caption),
    columns: columns.map((name, index) => ({
      id: `${section}-c${index + 1}`,
      order: columnOrders[index] ?? '',
      name: plainLine(name),
    })),
    rows: rows.map((cells, index) => ({
      id: `${section}-r${index + 1}`,
      order: rowOrders[index] ?? '',
      cells: columns.map((_, at) => plainText(cells[at] ?? '').trim()),
    })),
  }
}

/** Points of a list, each on a line of its own; what is empty is left out. */
export function points(items: readonly string[]): string {
  return items
    .map(plainLine)
    .filter((item) => item !== '')
    .map((item) => `- ${item}`)
    .join('\n')
}

/** Paragraphs and lists below each other; what is empty is left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}
