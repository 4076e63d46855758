import { createElement, type ReactNode } from 'react'
import type { SettledInline, SettledText } from '../../exports/settled'
import type { ShownBlock, ShownCell, ShownDocument, ShownFigure, ShownTable } from '../shown-document'

/** A document on a page: every block of the tree, by elements of React alone. */
export function DocumentView({ document }: { document: ShownDocument }) {
  return (
    <article lang={document.language} className="mx-auto max-w-4xl">
      <p className="mb-6 text-2xl font-bold break-words">{document.title}</p>
      <Blocks blocks={document.blocks} document={document} />
      <Footnotes document={document} />
    </article>
  )
}

interface BlocksProps {
  blocks: readonly ShownBlock[]
  document: ShownDocument
}

function Blocks({ blocks, document }: BlocksProps) {
  // Blocks of a version never change, so their places name them.
  return blocks.map((block, index) => <Block key={index} block={block} document={document} />)
}

function Block({ block, document }: { block: ShownBlock; document: ShownDocument }) {
  switch (block.type) {
    case 'heading':
      return (
        <Heading level={block.level} anchor={block.anchor}>
          {block.number ? `${block.number} ` : null}
          <Inline runs={block.children} document={document} />
        </Heading>
      )
    case 'paragraph':
      return (
        <p lang={block.language} className={`mb-3 break-words ${tones[block.tone ?? 'plain']}`}>
          <Inline runs={block.children} document={document} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} className="[&>p:last-child]:mb-1">
          <Blocks blocks={item} document={document} />
        </li>
      ))
      return block.ordered ? (
        <ol className="mb-3 list-decimal pl-6">{items}</ol>
      ) : (
        <ul className="mb-3 list-disc pl-6">{items}</ul>
      )
    }
    case 'table':
      return <Table table={block} document={document} />
    case 'figure':
      return <Figure figure={block} document={document} />
  }
}

const tones = {
  plain: '',
  lead: 'text-lg',
  note: 'text-sm text-ink-soft',
  strong: 'font-bold',
}

const headingLooks = ['mt-8 mb-3 text-xl font-bold', 'mt-6 mb-2 text-lg font-bold', 'mt-4 mb-2 font-bold']

/** Under the page's own heading and the section's: the document's first level is the page's third. */
function Heading({ level, anchor, children }: { level: number; anchor: string; children: ReactNode }) {
  const look = headingLooks[Math.min(level, headingLooks.length) - 1] ?? ''
  return createElement(
    `h${Math.min(level + 2, 6)}`,
    { id: anchor, className: `scroll-mt-24 break-words ${look}` },
    children,
  )
}

function Inline({ runs, document }: { runs: readonly SettledInline[]; document: ShownDocument }) {
  return runs.map((run, index) => {
    switch (run.type) {
      case 'text':
        return <Text key={index} run={run} />
      case 'break':
        return <br key={index} />
      case 'reference':
        return (
          <a key={index} href={`#${run.anchor}`} className="underline">
            {run.label}
          </a>
        )
      case 'footnote':
        return (
          <sup key={index}>
            <a
              id={`noted_${run.number}`}
              href={`#note_${run.number}`}
              aria-label={document.words.footnote.replace('{{number}}', String(run.number))}
            >
              {run.number}
            </a>
          </sup>
        )
    }
  })
}

function Text({ run: { text, bold, italic, href } }: { run: SettledText }) {
  let words: ReactNode = text
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  return href ? (
    <a href={href} rel="noreferrer" className="underline">
      {words}
    </a>
  ) : (
    words
  )
}

function Table({ table, document }: { table: ShownTable; document: ShownDocument }) {
  const { caption, number, headerRows, rows, widths } = table
  const captionId = number > 0 ? `table_${number}` : undefined
  const row = (cells: readonly ShownCell[], index: number) => (
    <tr key={index} className="align-top">
      {cells.map((cell, place) => (
        <Cell key={place} cell={cell} document={document} />
      ))}
    </tr>
  )
  return (
    // A table wider than the screen is scrolled, by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-labelledby={captionId} tabIndex={0} className="mb-5 overflow-x-auto">
      <table className="w-full min-w-md border-collapse">
        {captionId ? (
          <caption id={captionId} className="pb-1.5 text-left text-sm text-ink-soft">
            <b>{`${document.words.table} ${number}. `}</b>
            {caption}
          </caption>
        ) : null}
        <colgroup>
          {widths.map((width, index) => (
            <col key={index} style={{ width: `${(width * 100).toFixed(2)}%` }} />
          ))}
        </colgroup>
        {headerRows > 0 ? <thead>{rows.slice(0, headerRows).map(row)}</thead> : null}
        <tbody>{rows.slice(headerRows).map(row)}</tbody>
      </table>
    </div>
  )
}

function Cell({ cell, document }: { cell: ShownCell; document: ShownDocument }) {
  const { header, columns, rows, children } = cell
  const span = { colSpan: columns > 1 ? columns : undefined, rowSpan: rows > 1 ? rows : undefined }
  const look = 'border border-line px-3 py-2 text-left break-words [&>p:last-child]:mb-0'
  const words = <Blocks blocks={children} document={document} />
  if (!header) {
    return (
      <td {...span} className={look}>
        {words}
      </td>
    )
  }
  const scope = header === 'column' ? (columns > 1 ? 'colgroup' : 'col') : rows > 1 ? 'rowgroup' : 'row'
  return (
    <th {...span} scope={scope} className={`${look} bg-sunken font-semibold`}>
      {words}
    </th>
  )
}

function Figure({ figure, document }: { figure: ShownFigure; document: ShownDocument }) {
  const { source, width, height, description, caption, number } = figure
  return (
    <figure className="mb-5">
      <img src={source} width={width} height={height} alt={description} className="h-auto max-w-full rounded-md border border-line" />
      <figcaption className="mt-1.5 text-sm text-ink-soft">
        <b>{`${document.words.figure} ${number}. `}</b>
        {caption}
      </figcaption>
    </figure>
  )
}

function Footnotes({ document: { footnotes } }: { document: ShownDocument }) {
  if (footnotes.length === 0) return null
  return (
    <ol className="mt-8 list-decimal border-t border-line pt-4 pl-6 text-sm">
      {footnotes.map(({ number, children }) => (
        <li key={number} id={`note_${number}`} value={number} className="mb-1">
          {children.map((run, index) => (
            <Text key={index} run={run} />
          ))}{' '}
          <a href={`#noted_${number}`} aria-label={String(number)} className="underline">
            ↩
          </a>
        </li>
      ))}
    </ol>
  )
}
