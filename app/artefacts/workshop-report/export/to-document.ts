import {
  bullets,
  heading,
  paragraph,
  plainTable,
  text,
  type Block,
  type DocumentTree,
  type Inline,
} from '../../../exports/tree'
import type { Language } from '../../../i18n/languages'
import { plainLine, plainText } from '../../../lib/plain-text'
import type { Translate } from '../../kind'
import type { ReportSection, WorkshopReport } from '../model/content'
import { columnName, sectionName, tableName } from '../model/names'
import { textBlocks, type TextBlock } from '../model/text-blocks'

/** Chapters and their parts under numbered headings, their text as paragraphs and lists, their tables with headers. */
export function toDocument(
  { sections }: WorkshopReport,
  title: string,
  t: Translate,
  language: Language,
): DocumentTree {
  const blocks = sections.flatMap((section, index) => sectionBlocks(section, index === 0, t))
  return {
    title: plainLine(title),
    language,
    blocks: blocks.length > 0 ? blocks : [paragraph(t('document.empty'))],
  }
}

function sectionBlocks(section: ReportSection, isFirst: boolean, t: Translate): Block[] {
  // A part of a chapter needs a chapter above it.
  const level = isFirst ? 1 : section.depth
  return [
    heading(level, sectionName(section, t), { numbered: true }),
    ...textBlocks(section.text).map(blockOf),
    ...tableBlocks(section, t),
  ]
}

function blockOf(block: TextBlock): Block {
  if (block.type === 'list') return bullets(block.items)
  return paragraph(
    ...block.lines.flatMap((line, index): Inline[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)])),
  )
}

function tableBlocks(section: ReportSection, t: Translate): Block[] {
  const { table } = section
  if (!table || table.rows.length === 0) return []
  const header = table.columns.map((_, index) => columnName(table, index, t))
  const rows = table.rows.map(({ cells }) => table.columns.map((_, index) => plainText(cells[index] ?? '')))
  return [plainTable(tableName(section, t), header, rows, { rowHeaders: true })]
}
