import { Fragment, memo, type ReactNode } from 'react'
import type { Translate } from '../../kind'
import { blocksOf, type PlacedClause } from '../model/clauses'
import type { CellBlock, Clause, Inline, Mark, TableCell, TableNode } from '../model/content'
import { isSafeLink } from '../model/links'
import { looks } from './looks'
import { originAddress } from './origin-address'

interface StaticAgreementProps {
  placed: readonly PlacedClause[]
  t: Translate
}

/** The agreement to be read: what the server sends, and what those see who do not edit. */
export const StaticAgreement = memo(function StaticAgreement({ placed, t }: StaticAgreementProps) {
  const clauses = new Map(placed.map((one) => [one.id, one]))
  const show = (inline: Inline, key: number) => (
    <InlineNode key={key} inline={inline} clauses={clauses} t={t} />
  )
  const renderRow = (parent?: string): ReactNode =>
    placed
      .filter((one) => one.parent === parent)
      .map((one) => (
        <section key={one.id} data-clause={one.id} className={looks.clause}>
          <ClauseHeading placed={one} t={t} />
          <Provenance clause={one.clause} t={t} />
          {blocksOf(one.clause).map((block, index) =>
            block.type === 'table' ? (
              <TableBlock key={index} table={block} name={t('toolbar.table')} show={show} />
            ) : (
              <BlockNode key={index} block={block} show={show} />
            ),
          )}
          {renderRow(one.id)}
        </section>
      ))
  return <div className={looks.body}>{renderRow()}</div>
})

function ClauseHeading({ placed: { id, number, title, level }, t }: { placed: PlacedClause; t: Translate }) {
  const Heading = level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
  return (
    <Heading id={`clause-${id}`} tabIndex={-1} className={looks.title(level)}>
      <span className={looks.number}>{number} </span>
      {title === '' ? t('untitled') : title}
    </Heading>
  )
}

/** That a clause is proposed, and the way back to where it came from. */
function Provenance({ clause: { attrs }, t }: { clause: Clause; t: Translate }) {
  const { origin, state } = attrs
  if (origin === undefined && state === undefined) return null
  return (
    <div className={looks.provenance}>
      {state === 'proposed' ? <span className={looks.proposed}>{t('proposed.mark')}</span> : null}
      {origin === undefined ? null : (
        <a href={originAddress(origin)} className={looks.link}>
          {t('origin')}
        </a>
      )}
    </div>
  )
}

type Show = (inline: Inline, key: number) => ReactNode

function BlockNode({ block, show }: { block: CellBlock; show: Show }) {
  if (block.type === 'paragraph') {
    return <p className={looks.paragraph}>{block.content?.map(show)}</p>
  }
  const List = block.type === 'bulletList' ? 'ul' : 'ol'
  return (
    <List className={looks[block.type]}>
      {block.content.map((item, index) => (
        <li key={index}>
          <CellBlocks content={item.content} show={show} />
        </li>
      ))}
    </List>
  )
}

function CellBlocks({ content, show }: { content: readonly CellBlock[]; show: Show }) {
  return content.map((block, index) => <BlockNode key={index} block={block} show={show} />)
}

function TableBlock({ table, name, show }: { table: TableNode; name: string; show: Show }) {
  return (
    // A table wider than the sheet is scrolled, by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={name} tabIndex={0} className={looks.tableFrame}>
      <table className={looks.table}>
        <tbody>
          {table.content.map(({ content }, row) => {
            const isHeaderRow = content.every(({ type }) => type === 'tableHeader')
            return (
              <tr key={row}>
                {content.map((cell, column) => (
                  <Cell key={column} cell={cell} scope={isHeaderRow ? 'col' : 'row'} show={show} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, scope, show }: { cell: TableCell; scope: 'col' | 'row'; show: Show }) {
  const spans = { colSpan: cell.attrs?.colspan, rowSpan: cell.attrs?.rowspan }
  const content = <CellBlocks content={cell.content} show={show} />
  if (cell.type === 'tableCell') {
    return (
      <td {...spans} className={looks.cell}>
        {content}
      </td>
    )
  }
  return (
    <th {...spans} scope={scope} className={looks.headerCell}>
      {content}
    </th>
  )
}

interface InlineNodeProps {
  inline: Inline
  clauses: ReadonlyMap<string, PlacedClause>
  t: Translate
}

function InlineNode({ inline, clauses, t }: InlineNodeProps) {
  if (inline.type === 'hardBreak') return <br />
  if (inline.type === 'clauseReference') {
    const target = clauses.get(inline.attrs.clause)
    if (!target) return <span className={looks.goneReference}>{t('reference.gone')}</span>
    return (
      <a href={`#clause-${target.id}`} className={looks.reference}>
        {target.title === '' ? target.number : `${target.number}\u00a0${target.title}`}
      </a>
    )
  }
  if (inline.type === 'party') return <Fragment>{inline.attrs.name}</Fragment>
  if (inline.type === 'annexReference') return <Fragment>{t('annex.word')}</Fragment>
  if (inline.type === 'footnote') return <sup>{inline.attrs.words}</sup>
  return <Fragment>{(inline.marks ?? []).reduceRight<ReactNode>(marked, inline.text)}</Fragment>
}

function marked(content: ReactNode, mark: Mark): ReactNode {
  if (mark.type === 'bold') return <strong>{content}</strong>
  if (mark.type === 'italic') return <em>{content}</em>
  if (mark.type === 'insertion') return <ins>{content}</ins>
  if (mark.type === 'deletion') return <del>{content}</del>
  if (mark.type !== 'link') return content
  if (!isSafeLink(mark.attrs.href)) return content
  return (
    <a href={mark.attrs.href} rel="noopener noreferrer" className={looks.link}>
      {content}
    </a>
  )
}
