import type { OriginMark, Part, Translate } from '../../kind'
import { agreedText } from '../model/agreed-text'
import { blocksOf, placeClauses, type PlacedClause } from '../model/clauses'
import type { Agreement, CellBlock, ClauseBlock, Inline, TableRow } from '../model/content'

/** Every clause by itself, its formatting told in plain signs. */
export function agreementParts(content: Agreement, t: Translate): Part[] {
  const placed = placeClauses(agreedText(content))
  const titles = new Map(placed.map(({ id, title }) => [id, title]))
  const annexes = new Map(content.annexes?.map(({ id, title }) => [id, title]))
  const names = new Map(placed.map((one) => [one.id, nameOf(one, t)]))
  const say = (inline: Inline): string => {
    if (inline.type === 'hardBreak') return '\n'
    if (inline.type === 'clauseReference')
      return `[${titles.get(inline.attrs.clause) ?? t('reference.gone')}]`
    if (inline.type === 'party') return inline.attrs.name
    if (inline.type === 'annexReference') return `[${annexes.get(inline.attrs.annex) ?? t('annex.gone')}]`
    if (inline.type === 'footnote') return ` [${t('footnote.sign')}: ${inline.attrs.words}]`
    const href = inline.marks?.find((mark) => mark.type === 'link')?.attrs.href
    return href && href !== inline.text ? `${inline.text} (${href})` : inline.text
  }
  return placed.map((one, order) => ({
    id: one.id,
    kind: t('clause'),
    name: names.get(one.id) ?? one.number,
    place: one.parent === undefined ? '' : (names.get(one.parent) ?? ''),
    order,
    fields: [
      { name: t('part.title'), text: one.title },
      {
        name: t('part.text'),
        text: blocksOf(one.clause)
          .flatMap((block) => blockLines(block, say))
          .join('\n'),
      },
      { name: t('part.state'), text: one.clause.attrs.state === 'proposed' ? t('proposed.mark') : '' },
    ],
  }))
}

/** Clauses that came from a decision. */
export function agreementOrigins(content: Agreement, t: Translate): OriginMark[] {
  return placeClauses(content).flatMap((one) => {
    const { origin } = one.clause.attrs
    return origin === undefined ? [] : [{ origin, name: nameOf(one, t) }]
  })
}

function nameOf({ number, title }: PlacedClause, t: Translate): string {
  return `${number} ${title === '' ? t('untitled') : title}`
}

function blockLines(block: ClauseBlock, say: (inline: Inline) => string): string[] {
  if (block.type === 'table') return block.content.map((row) => rowLine(row, say))
  return cellLines(block, say)
}

function cellLines(block: CellBlock, say: (inline: Inline) => string): string[] {
  if (block.type === 'paragraph') return [block.content?.map(say).join('') ?? '']
  return block.content.flatMap(({ content }, index) => {
    const [first = '', ...rest] = content.flatMap((one) => cellLines(one, say))
    const sign = block.type === 'orderedList' ? `${index + 1}.` : '•'
    return [`${sign} ${first}`, ...rest.map((line) => `  ${line}`)]
  })
}

function rowLine(row: TableRow, say: (inline: Inline) => string): string {
  return row.content
    .map(({ content }) => content.flatMap((block) => cellLines(block, say)).join(' '))
    .join(' | ')
}
