import { CommentButton } from '../../../remarks/view/comment-button'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Translate } from '../../kind'
import type { ReportSection, WorkshopReport } from '../model/content'
import { columnName, sectionName, tableName } from '../model/names'
import { sectionNumbers } from '../model/numbers'
import { textBlocks } from '../model/text-blocks'
import { focusName } from './acts'
import { looks } from './looks'

/** A report to be read: what the server sends, and what those see who do not edit. */
export function StaticReport({ content, t }: { content: WorkshopReport; t: Translate }) {
  const numbers = sectionNumbers(content.sections)
  return (
    <div className="flex flex-col gap-8">
      {content.sections.map((section, index) => (
        <StaticSection key={section.id} section={section} number={numbers[index] ?? ''} t={t} />
      ))}
    </div>
  )
}

function StaticSection({ section, number, t }: { section: ReportSection; number: string; t: Translate }) {
  const Heading = section.depth === 1 ? 'h2' : 'h3'
  const name = sectionName(section, t)
  return (
    <section data-remark-item={section.id}>
      <Heading
        tabIndex={-1}
        data-focus-name={focusName.heading(section.id)}
        className={`flex gap-2 ${looks.heading(section.depth)}`}
      >
        <span className={looks.number}>{number}</span> {name}
      </Heading>
      <div className="flex items-center gap-1">
        <RemarkBadge item={section.id} name={`${number} ${name}`} />
        <CommentButton item={section.id} name={`${number} ${name}`} />
      </div>
      <div className={`mt-2 flex max-w-[70ch] flex-col gap-3 ${looks.text}`}>
        {textBlocks(section.text).map((block, index) =>
          block.type === 'list' ? (
            <ul key={index} className="list-disc pl-6">
              {block.items.map((item, at) => (
                <li key={at}>{item}</li>
              ))}
            </ul>
          ) : (
            <p key={index} className="whitespace-pre-line">
              {block.lines.join('\n')}
            </p>
          ),
        )}
      </div>
      <StaticTable section={section} t={t} />
    </section>
  )
}

const cell = 'border border-line-strong/50 px-3 py-1.5 text-left align-top'

function StaticTable({ section, t }: { section: ReportSection; t: Translate }) {
  const { table } = section
  if (!table || table.rows.length === 0) return null
  const name = tableName(section, t)
  return (
    // A table wider than the page is scrolled, by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={name} tabIndex={0} className="mt-3 overflow-x-auto">
      <table className="w-full border-collapse bg-surface text-[0.9375rem] leading-normal">
        <caption className="mb-1 text-left font-semibold">{name}</caption>
        <thead>
          <tr>
            {table.columns.map(({ id }, index) => (
              <th key={id} scope="col" className={`${cell} bg-sunken font-semibold`}>
                {columnName(table, index, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {table.columns.map(({ id }, index) =>
                index === 0 ? (
                  <th key={id} scope="row" className={`${cell} font-semibold whitespace-pre-line`}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={id} className={`${cell} min-w-20 whitespace-pre-line`}>
                    {row.cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
