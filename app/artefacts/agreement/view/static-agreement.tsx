import { Fragment, memo, Suspense, type ReactNode } from 'react'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Translate } from '../../kind'
import { blocksOf, type PlacedClause } from '../model/clauses'
import type { CellBlock, Clause, Inline, TableCell, TableNode } from '../model/content'
import { placeFootnotes } from '../model/footnotes'
import type { AtomSurroundings } from './atom-label'
import { looks } from './looks'
import { originAddress } from './origin-address'
import { noWords } from './static-passages'
import { markedWords, StaticInline } from './static-inline'
import { suggestedLook } from './suggested-look'

interface StaticAgreementProps {
  placed: readonly PlacedClause[]
  around: AtomSurroundings
  t: Translate
}

/**
 * The agreement to be read: what the server sends, and what those see who do not edit. The browser need not take up what the
 * server has drawn before anything else is there: mostly an editor takes its place before it would be done.
 */
export const StaticAgreement = memo(function StaticAgreement(props: StaticAgreementProps) {
  return (
    <Suspense>
      <StaticClauses {...props} />
    </Suspense>
  )
})

function StaticClauses({ placed, around, t }: StaticAgreementProps) {
  const clauses = new Map(placed.map((one) => [one.id, one]))
  const footnotes = new Map(placeFootnotes(placed).map(({ footnote, number }) => [footnote, number]))
  const show = (inline: Inline, key: number) => (
    <StaticInline key={key} inline={inline} known={{ clauses, footnotes, around, t }} />
  )
  const renderRow = (parent?: string): ReactNode =>
    placed
      .filter((one) => one.parent === parent)
      .map((one) => (
        <section
          key={one.id}
          data-clause={one.id}
          className={`${looks.clause} ${suggestedLook(one.clause.attrs, looks.suggestedClause)}`}
        >
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
}

function ClauseHeading({ placed: { id, number, title, level, clause }, t }: { placed: PlacedClause; t: Translate }) {
  const words = clause.content.find((node) => node.type === 'clauseTitle')?.content ?? []
  const Heading = level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
  return (
    <>
      <Heading id={`clause-${id}`} tabIndex={-1} className={looks.title(level)}>
        <span {...noWords} className={looks.number}>
          {number}{' '}
        </span>
        {words.length === 0 ? (
          <span {...noWords}>{t('untitled')}</span>
        ) : (
          words.map(({ text, marks = [] }, index) => <Fragment key={index}>{markedWords(text, marks)}</Fragment>)
        )}
      </Heading>
      <div {...noWords} className="md:relative md:h-0">
        <RemarkBadge
          item={id}
          name={`${number} ${title || t('untitled')}`}
          className="md:absolute md:bottom-1 md:left-[calc(100%+0.5rem)]"
        />
      </div>
    </>
  )
}

/** That a clause is proposed, and the way back to where it came from. */
function Provenance({ clause: { attrs }, t }: { clause: Clause; t: Translate }) {
  const { origin, state } = attrs
  if (origin === undefined && state === undefined) return null
  return (
    <div {...noWords} className={looks.provenance}>
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
    const look = `${looks.paragraph} ${suggestedLook(block.attrs ?? {}, looks.suggestedBreak)}`
    return <p className={look}>{block.content?.map(show)}</p>
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
