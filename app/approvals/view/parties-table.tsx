import { FileText } from 'lucide-react'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import type { ApprovalRecord } from '../model/record'
import { reservationName } from '../model/reserved-clause'
import type { CirculationStanding, PartyStanding } from '../model/standing'
import { sayDate } from '../say-date'
import { AnswerMark } from './answer-mark'

const columns = ['party', 'answer', 'body', 'decidedOn', 'section', 'details'] as const

const cell = 'align-top max-sm:block max-sm:py-0.5 sm:px-3 sm:py-2.5'

/** Who has approved a version: a row a party; where there is no room for columns, a card a party, its facts one below the other. */
export function PartiesTable({ circulation }: { circulation: CirculationStanding }) {
  const t = useTranslate('approvals')
  const { version, parties } = circulation
  const caption = t('table.caption', { number: version.number, name: version.name })
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than the page it is scrolled, by keyboard too
    <div role="region" aria-label={caption} tabIndex={0} className="relative overflow-x-auto rounded-lg border-line bg-surface sm:border print:overflow-visible">
      <table className="w-full border-collapse text-[0.9375rem] max-sm:block">
        <caption className="px-3 py-2 text-left font-bold max-sm:block max-sm:px-0">
          {/* In sight also where the table is wider than the page. */}
          <span className="sticky left-3 inline-block max-w-[calc(100vw-4rem)]">{caption}</span>
        </caption>
        <thead className="max-sm:hidden">
          <tr className="bg-sunken text-left">
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-semibold">
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {parties.map((party) => (
            <PartyRow key={party.organisationId} artefactId={circulation.artefactId} party={party} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PartyRow({ artefactId, party }: { artefactId: string; party: PartyStanding }) {
  const language = useLanguage()
  const { name, answer, earlierYes } = party
  const record = party.record ?? (answer === 'carried' ? earlierYes : null)
  return (
    <tr className="border-line max-sm:block max-sm:rounded-lg max-sm:border max-sm:px-3 max-sm:py-2.5 sm:border-t">
      <th scope="row" className={`${cell} text-left font-semibold break-words max-sm:text-base sm:min-w-36`}>
        {name}
      </th>
      <td className={`${cell} sm:whitespace-nowrap`}>
        <AnswerMark answer={answer} />
      </td>
      <Fact column="body" words={record?.body} className="sm:min-w-32" />
      <Fact column="decidedOn" words={record ? sayDate(record.decidedOn, language) : undefined} className="sm:whitespace-nowrap" />
      <Fact column="section" words={record?.section} className="sm:whitespace-nowrap" />
      <td className={`${cell} sm:min-w-64`}>
        <Details artefactId={artefactId} party={party} record={record} />
      </td>
    </tr>
  )
}

interface FactProps {
  column: (typeof columns)[number]
  /** Empty and undefined: nothing is known of it. */
  words: string | undefined
  className: string
}

/** In a card it says what it is of, as no column does; what is not known is left out of it. */
function Fact({ column, words, className }: FactProps) {
  const t = useTranslate('approvals')
  return (
    <td className={`${cell} ${className} ${words ? '' : 'max-sm:hidden'}`}>
      <span className="text-ink-soft sm:hidden">{t(`table.${column}`)}: </span>
      {words || '–'}
    </td>
  )
}

interface DetailsProps {
  artefactId: string
  party: PartyStanding
  record: ApprovalRecord | null
}

function Details({ artefactId, party, record }: DetailsProps) {
  const t = useTranslate('approvals')
  const language = useLanguage()
  const { answer, superseded, earlierYes } = party
  if (!record) return <Waiting party={party} />
  return (
    <div className="flex flex-col gap-1.5">
      {answer === 'carried' && earlierYes ? <p>{t('carriedFrom', { number: earlierYes.versionNumber })}</p> : null}
      {record.reservations.length > 0 ? (
        <div>
          <p className="font-semibold">{t('record.reservations')}</p>
          <ul className="list-disc pl-5">
            {record.reservations.map((reservation) => (
              <li key={reservation.clause}>{reservationName(reservation)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {record.words ? <p className="max-w-prose break-words whitespace-pre-line">{record.words}</p> : null}
      <Evidence artefactId={artefactId} record={record} />
      <p className="text-sm text-ink-soft">
        {t('record.recorded', { number: record.number, name: record.recordedByName, time: sayMoment(record.recordedAt, language) })}{' '}
        <span className="font-mono" title={record.hash}>
          {record.hash.slice(0, 12)}
        </span>
      </p>
      {superseded.length > 0 ? <Superseded records={superseded} /> : null}
    </div>
  )
}

function Waiting({ party: { asked, earlierYes } }: { party: PartyStanding }) {
  const t = useTranslate('approvals')
  if (asked.of !== 'changes') return <span className="text-ink-soft">{t('asked.wholeShort')}</span>
  return (
    <span className="text-ink-soft">
      {t('asked.changesShort', { count: asked.parts.length, number: earlierYes?.versionNumber ?? 0 })}
    </span>
  )
}

function Evidence({ artefactId, record: { link, extractHash, extractName } }: Omit<DetailsProps, 'party'> & { record: ApprovalRecord }) {
  const t = useTranslate('approvals')
  if (!link && !extractHash) return null
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      {link ? (
        <a href={link} rel="noreferrer noopener" className="inline-flex min-h-6 items-center break-all">
          {t('record.link')}
          <span className="sr-only">: {link}</span>
        </a>
      ) : null}
      {extractHash ? (
        // A file, not a page: the browser fetches it itself.
        <a href={`/artefacts/${artefactId}/approvals/extracts/${extractHash}`} download className="inline-flex min-h-6 items-center gap-1 break-all">
          <FileText aria-hidden className="size-4 shrink-0" />
          {t('record.extract', { name: extractName })}
        </a>
      ) : null}
    </p>
  )
}

/** What stood there before: a correction takes the place of a record, and never takes it away. */
function Superseded({ records }: { records: readonly ApprovalRecord[] }) {
  const t = useTranslate('approvals')
  const language = useLanguage()
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1">{t('record.superseded', { count: records.length })}</summary>
      <ul className="list-disc pl-5">
        {records.map((record) => (
          <li key={record.number}>
            {t('record.earlier', {
              number: record.number,
              answer: t(`answer.${record.outcome}`),
              body: record.body,
              day: sayDate(record.decidedOn, language),
              section: record.section,
            })}
            {record.words ? <span className="block whitespace-pre-line">{record.words}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
