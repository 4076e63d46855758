import type { Language } from '../../../i18n/languages'
import { markTracked } from '../../../exports/mark-tracked'
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
  type TextRun,
} from '../../../exports/tree'
import type { Translate } from '../../kind'
import { agreedText } from '../model/agreed-text'
import { blocksOf, placeClauses, subclausesOf, type PlacedClause } from '../model/clauses'
import { translatedAgreement } from '../model/translation'
import type {
  Agreement,
  Annex,
  BulletList,
  CellBlock,
  Clause,
  ClauseBlock,
  Inline,
  Mark,
  OrderedList,
  Paragraph,
  TableNode,
  Text,
} from '../model/content'
import { replacedBy, reviewedText, trackedBy } from './review-marks'
import { showMoves } from './shown-moves'
import { translationNotes, untranslatedNote, type TranslationNotes } from './untranslated'

interface Surroundings {
  /** As they are agreed on: what references lead to. */
  clauses: ReadonlyMap<string, PlacedClause>
  annexes: readonly Annex[]
  t: Translate
  untranslated: ReadonlySet<string>
}

/** The agreement as a document: a numbered heading for each clause, which references point at. */
export function toDocument(
  content: Agreement,
  title: string,
  t: Translate,
  language: Language,
): DocumentTree {
  if (content.translation?.language !== language) return documentOf(agreedText(content), content, title, t, language)
  // Whoever wants the document in the agreement's other language gets it in that, as far as it is translated.
  const said = translatedAgreement(content)
  return documentOf(agreedText(said), said, title, t, language, translationNotes(content, t))
}

/** The same with what is suggested in it: tracked, by whom and when. */
export function toReviewDocument(
  content: Agreement,
  title: string,
  t: Translate,
  language: Language,
): DocumentTree {
  return documentOf(showMoves(content), content, title, t, language)
}

const asWritten: TranslationNotes = { before: [], untranslated: new Set() }

function documentOf(
  shown: Agreement,
  content: Agreement,
  title: string,
  t: Translate,
  language: Language,
  notes = asWritten,
): DocumentTree {
  const agreed = new Map(placeClauses(agreedText(content)).map((one) => [one.id, one]))
  const suggested = placeClauses(content).filter(({ id }) => !agreed.has(id))
  const clauses = new Map([...agreed, ...suggested.map((one) => [one.id, one] as const)])
  const around: Surroundings = { clauses, annexes: content.annexes ?? [], t, untranslated: notes.untranslated }
  const blocks = [...rowBlocks(shown.clauses, 1, around), ...annexBlocks(around)]
  return { title, language, blocks: blocks.length > 0 ? [...notes.before, ...blocks] : [paragraph(t('export.empty'))] }
}

/** Which exact versions are attached, in their order. */
function annexBlocks({ annexes, t }: Surroundings): Block[] {
  if (annexes.length === 0) return []
  const items = annexes.map(({ title, version, hash }, index): Block[] => [
    paragraph(t('annex.listed', { number: index + 1, title, version })),
    { ...paragraph(t('annex.hash', { hash })), tone: 'note' },
  ])
  return [heading(1, t('annex.list')), { type: 'list', ordered: false, items }]
}

function rowBlocks(clauses: readonly Clause[], level: 1 | 2 | 3, around: Surroundings): Block[] {
  return clauses.flatMap((clause) => {
    const below = rowBlocks(subclausesOf(clause), level === 1 ? 2 : 3, around)
    const blocks = [...clauseBlocks(clause, level, around), ...below]
    const { tracked } = trackedBy(clause.attrs.suggestion)
    return tracked ? markTracked(blocks, tracked) : blocks
  })
}

function clauseBlocks(clause: Clause, level: 1 | 2 | 3, around: Surroundings): Block[] {
  const blocks = blocksOf(clause)
  const tables = blocks.filter(({ type }) => type === 'table').length
  const title = clauseTitle(clause, around.t)
  const name = wordsOf(title)
  let count = 0
  return [
    { type: 'heading', level, children: title, numbered: true, id: clause.attrs.id },
    ...(around.untranslated.has(clause.attrs.id) ? [untranslatedNote(around.t)] : []),
    ...(clause.attrs.state === 'proposed' ? [proposedNote(around.t)] : []),
    ...blocks.flatMap((block, index): Block[] => {
      if (block.type !== 'table') return documentBlocks(block, around, blocks[index + 1])
      count += 1
      return [documentTable(block, tableCaption(name, { at: count, of: tables }), around)]
    }),
  ]
}

/** A reader of the document sees that this much is not agreed yet. */
function proposedNote(t: Translate): DocumentParagraph {
  return { ...paragraph(text(t('proposed.note'), { italic: true })), tone: 'note' }
}

/** What the table is about: the document itself puts "Table 3." before it. */
function tableCaption(title: string, place: { at: number; of: number }): string {
  return place.of === 1 ? title : `${title} (${place.at}/${place.of})`
}

function clauseTitle(clause: Clause, t: Translate): TextRun[] {
  const words = clause.content.find((node) => node.type === 'clauseTitle')?.content ?? []
  const runs = words.map((run) => text(run.text, reviewedText(run.marks ?? [])))
  return runs.some((run) => run.text.trim() !== '') ? runs : [text(t('untitled'))]
}

/** The words as they are agreed on, or else as they are suggested. */
function wordsOf(runs: readonly TextRun[]): string {
  const agreed = runs.filter(({ tracked }) => !tracked?.inserted)
  return (agreed.length > 0 ? agreed : runs).map((run) => run.text).join('')
}

function documentBlocks(
  block: Exclude<ClauseBlock, TableNode>,
  around: Surroundings,
  next: ClauseBlock | undefined,
): Block[] {
  if (block.type !== 'paragraph') return [documentList(block, around)]
  // An empty line keeps paragraphs apart on the screen; in the document the setting does.
  return block.content ? [documentParagraph(block, around, next)] : []
}

/** A break that is suggested is the next paragraph's own here, and in a document at the end of the one before it. */
function documentParagraph(block: Paragraph, around: Surroundings, next: ClauseBlock | undefined): DocumentParagraph {
  return {
    type: 'paragraph',
    children: (block.content ?? []).flatMap((inline) => documentInline(inline, around)),
    ...(next?.type === 'paragraph' ? trackedBy(next.attrs?.suggestion) : {}),
  }
}

function documentList(list: BulletList | OrderedList, around: Surroundings): List {
  const items = list.content.map(({ content }, index) => cellBlocks(content, around, list.content[index + 1]?.content[0]))
  return { type: 'list', ordered: list.type === 'orderedList', items }
}

/** `next`: what the item after begins with, whose break is at the end of this one. */
function cellBlocks(content: readonly CellBlock[], around: Surroundings, next?: CellBlock): Block[] {
  const blocks = content.flatMap((block, index) => documentBlocks(block, around, content[index + 1] ?? next))
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

function documentInline(inline: Inline, around: Surroundings): DocumentInline[] {
  if (inline.type !== 'text') return atomInline(inline, around).map((run) => ({ ...run, ...trackedBy(inline.attrs?.suggestion) }))
  const marks = inline.marks ?? []
  const replaced = replacedBy(marks)
  if (!replaced) return [documentText(inline.text, marks)]
  const { change, before, after } = replaced
  return [
    { ...documentText(inline.text, before), tracked: { deleted: change } },
    { ...documentText(inline.text, after), tracked: { inserted: change } },
  ]
}

function documentText(words: string, marks: readonly Mark[]): TextRun {
  const href = marks.find((mark) => mark.type === 'link')?.attrs.href
  return text(words, { ...reviewedText(marks), ...(href ? { href } : {}) })
}

function atomInline(inline: Exclude<Inline, Text>, { clauses, annexes, t }: Surroundings): DocumentInline[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }]
  if (inline.type === 'party') return [text(inline.attrs.name)]
  if (inline.type === 'footnote') return [{ type: 'footnote', children: [text(inline.attrs.words)] }]
  if (inline.type === 'annexReference') {
    const at = annexes.findIndex(({ id }) => id === inline.attrs.annex)
    return [text(at < 0 ? t('annex.gone') : t('annex.number', { number: at + 1 }), at < 0 ? { italic: true } : {})]
  }
  const target = clauses.get(inline.attrs.clause)
  if (!target) return [text(t('reference.gone'), { italic: true })]
  const run: DocumentInline = { type: 'reference', target: target.id, fallback: target.number }
  // The number stays with its title at the end of a line.
  return target.title === '' ? [run] : [run, text(`\u00a0${target.title}`)]
}
