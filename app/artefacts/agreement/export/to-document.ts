import type { Language } from '../../../i18n/languages'
import {
  heading,
  paragraph,
  text,
  type Block,
  type DocumentTree,
  type Inline as DocumentInline,
  type List,
  type Paragraph as DocumentParagraph,
  type Table,
} from '../../../exports/tree'
import type { Translate } from '../../kind'
import { agreedText } from '../model/agreed-text'
import { blocksOf, placeClauses, type PlacedClause } from '../model/clauses'
import type {
  Agreement,
  Annex,
  BulletList,
  CellBlock,
  ClauseBlock,
  Inline,
  ListItem,
  OrderedList,
  Paragraph,
  TableNode,
} from '../model/content'

interface Surroundings {
  clauses: ReadonlyMap<string, PlacedClause>
  annexes: readonly Annex[]
  t: Translate
}

/** The agreement as a document: a numbered heading for each clause, which references point at. */
export function toDocument(
  content: Agreement,
  title: string,
  t: Translate,
  language: Language,
): DocumentTree {
  const placed = placeClauses(agreedText(content))
  const clauses = new Map(placed.map((one) => [one.id, one]))
  const around: Surroundings = { clauses, annexes: content.annexes ?? [], t }
  const blocks = placed.flatMap((one) => clauseBlocks(one, around))
  return { title, language, blocks: blocks.length > 0 ? blocks : [paragraph(t('export.empty'))] }
}

function clauseBlocks(placed: PlacedClause, around: Surroundings): Block[] {
  const blocks = blocksOf(placed.clause)
  const tables = blocks.filter(({ type }) => type === 'table').length
  let count = 0
  return [
    heading(placed.level, titleOf(placed, around.t), {
      id: placed.id,
      numbered: true,
    }),
    ...(placed.clause.attrs.state === 'proposed' ? [proposedNote(around.t)] : []),
    ...blocks.flatMap((block): Block[] => {
      if (block.type !== 'table') return documentBlocks(block, around)
      count += 1
      return [documentTable(block, tableCaption(placed, { at: count, of: tables }, around.t), around)]
    }),
  ]
}

/** A reader of the document sees that this much is not agreed yet. */
function proposedNote(t: Translate): DocumentParagraph {
  return paragraph(text(t('proposed.note'), { italic: true }))
}

/** What the table is about: the document itself puts "Table 3." before it. */
function tableCaption(placed: PlacedClause, place: { at: number; of: number }, t: Translate): string {
  const title = titleOf(placed, t)
  return place.of === 1 ? title : `${title} (${place.at}/${place.of})`
}

function titleOf({ title }: PlacedClause, t: Translate): string {
  return title.trim() === '' ? t('untitled') : title
}

function documentBlocks(block: Exclude<ClauseBlock, TableNode>, around: Surroundings): Block[] {
  if (block.type !== 'paragraph') return [documentList(block, around)]
  // An empty line keeps paragraphs apart on the screen; in the document the setting does.
  return block.content ? [documentParagraph(block, around)] : []
}

function documentParagraph(block: Paragraph, around: Surroundings): DocumentParagraph {
  return {
    type: 'paragraph',
    children: (block.content ?? []).flatMap((inline) => documentInline(inline, around)),
  }
}

function documentList(list: BulletList | OrderedList, around: Surroundings): List {
  const blocksOfItem = ({ content }: ListItem) => cellBlocks(content, around)
  return { type: 'list', ordered: list.type === 'orderedList', items: list.content.map(blocksOfItem) }
}

function cellBlocks(content: readonly CellBlock[], around: Surroundings): Block[] {
  const blocks = content.flatMap((block) => documentBlocks(block, around))
  return blocks.length > 0 ? blocks : [paragraph('')]
}

function documentTable(table: TableNode, caption: string, around: Surroundings): Table {
  const rows = table.content
  const firstBody = rows.findIndex(({ content }) => content.some(({ type }) => type !== 'tableHeader'))
  const headerRows = firstBody < 0 ? Math.min(1, rows.length) : firstBody
  const body = rows.slice(headerRows)
  return {
    type: 'table',
    caption,
    headerRows,
    rowHeaders: body.length > 0 && body.every(({ content }) => content[0]?.type === 'tableHeader'),
    rows: rows.map(({ content }) =>
      content.map((cell) => ({
        children: cellBlocks(cell.content, around),
        ...(cell.attrs?.colspan ? { columns: cell.attrs.colspan } : {}),
        ...(cell.attrs?.rowspan ? { rows: cell.attrs.rowspan } : {}),
        ...(cell.type === 'tableHeader' ? { header: true } : {}),
      })),
    ),
  }
}

function documentInline(inline: Inline, { clauses, annexes, t }: Surroundings): DocumentInline[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }]
  if (inline.type === 'party') return [text(inline.attrs.name)]
  if (inline.type === 'footnote') return [{ type: 'footnote', children: [text(inline.attrs.words)] }]
  if (inline.type === 'annexReference') {
    const at = annexes.findIndex(({ id }) => id === inline.attrs.annex)
    return [text(at < 0 ? t('annex.gone') : t('annex.number', { number: at + 1 }), at < 0 ? { italic: true } : {})]
  }
  if (inline.type === 'clauseReference') {
    const target = clauses.get(inline.attrs.clause)
    if (!target) return [text(t('reference.gone'), { italic: true })]
    const run: DocumentInline = { type: 'reference', target: target.id, fallback: target.number }
    // The number stays with its title at the end of a line.
    return target.title === '' ? [run] : [run, text(`\u00a0${target.title}`)]
  }
  const marks = inline.marks ?? []
  const href = marks.find((mark) => mark.type === 'link')?.attrs.href
  return [
    text(inline.text, {
      ...(marks.some(({ type }) => type === 'bold') ? { bold: true } : {}),
      ...(marks.some(({ type }) => type === 'italic') ? { italic: true } : {}),
      ...(href ? { href } : {}),
    }),
  ]
}
