import { ChartColumn, FileDown } from 'lucide-react'
import { Link } from 'react-router'
import { buttonStyle } from '../../../components/button-style'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Page, PageHeading } from '../../../components/page-heading'
import { useLanguage, useTranslate } from '../../../i18n/use-translate'
import { sayNumber } from '../../../lib/say-number'
import { sayDay } from '../../../workshops/wall-time'
import type { FiguresPageData } from '../figures-page.server'
import type { FigureCell, FigureColumn } from '../figures-table'

/** How many workshops, people and organisations so far: for the project's own eye, and for its funder. */
export function FiguresPage({ project, summary, table, workshopIds, rules }: FiguresPageData) {
  const t = useTranslate('figures')
  return (
    <Page width="wide">
      <title>{`${t('title')}: ${project.name} – Tahto`}</title>
      <PageHeading
        title={t('title')}
        back={{ to: `/projects/${project.id}`, label: project.name }}
        actions={<Downloads projectId={project.id} />}
      >
        {t('intro')}
      </PageHeading>
      {table.rows.length === 0 ? (
        <EmptyState icon={ChartColumn} title={t('empty.title')}>
          {t('empty.words')}
        </EmptyState>
      ) : (
        <>
          <Summary summary={summary} />
          <WorkshopTable table={table} workshopIds={workshopIds} />
        </>
      )}
      <section className="mt-8 max-w-prose">
        <h2 className="mb-2 text-xl font-bold">{t('rules.title')}</h2>
        <ul className="list-disc space-y-1 pl-6 text-ink-soft">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

function Downloads({ projectId }: { projectId: string }) {
  const t = useTranslate('figures')
  return (['xlsx', 'csv'] as const).map((format) => (
    // A file, not a page: the browser fetches it itself.
    <a key={format} href={`/projects/${projectId}/figures/figures.${format}`} download className={buttonStyle('secondary', 'medium')}>
      <FileDown aria-hidden className="size-5" />
      {t(`download.${format}`)}
    </a>
  ))
}

function Summary({ summary }: Pick<FiguresPageData, 'summary'>) {
  const language = useLanguage()
  return (
    <Card>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-x-6 gap-y-5">
        {summary.map(({ name, value }) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="text-3xl font-bold">{sayNumber(value, language, Number.isInteger(value) ? 0 : 1)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function WorkshopTable({ table, workshopIds }: Pick<FiguresPageData, 'table' | 'workshopIds'>) {
  const t = useTranslate('figures')
  const { columns, rows, total } = table
  return (
    // A table wider than the page is scrolled, by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={t('table')} tabIndex={0} className="mt-8 overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full border-collapse text-[0.9375rem]">
        <caption className="px-3 py-2 text-left text-lg font-bold">{t('table')}</caption>
        <thead>
          <tr className="bg-sunken">
            {columns.map(({ name, form }) => (
              <th key={name} scope="col" className={`${cellLook(form)} align-bottom font-semibold`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={workshopIds[index]} className="border-t border-line">
              {columns.map((column, at) =>
                column.form === 'text' ? (
                  <th key={column.name} scope="row" className={`${cellLook(column.form)} font-semibold`}>
                    <Link to={`/workshops/${workshopIds[index]}`}>
                      <Cell cell={row[at] ?? null} column={column} />
                    </Link>
                  </th>
                ) : (
                  <td key={column.name} className={cellLook(column.form)}>
                    <Cell cell={row[at] ?? null} column={column} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-line-strong font-bold">
            {columns.map((column, at) =>
              column.form === 'text' ? (
                <th key={column.name} scope="row" className={cellLook(column.form)}>
                  {String(total[at] ?? '')}
                </th>
              ) : (
                <td key={column.name} className={cellLook(column.form)}>
                  {column.form === 'date' ? null : <Cell cell={total[at] ?? null} column={column} />}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Cell({ cell, column }: { cell: FigureCell; column: FigureColumn }) {
  const language = useLanguage()
  if (cell === null) return '–'
  if (cell instanceof Date) return sayDay(cell, language)
  if (typeof cell === 'string') return cell
  return sayNumber(cell, language, column.form === 'mean' || column.form === 'hours' ? 1 : 0)
}

function cellLook(form: FigureColumn['form']): string {
  if (form === 'text') return 'min-w-48 px-3 py-2 text-left'
  return `px-3 py-2 ${form === 'date' ? 'text-left whitespace-nowrap' : 'text-right tabular-nums'}`
}
