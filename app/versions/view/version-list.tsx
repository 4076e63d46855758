import { Globe, History } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../../components/empty-state'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import { ApprovalOfVersion } from '../../approvals/view/approval-of-version'
import type { VersionsPageData } from '../pages.server'

type ListedVersion = VersionsPageData['versions'][number]

interface VersionListProps {
  artefactId: string
  /** Newest first. */
  versions: readonly ListedVersion[]
  /** The button that takes one; none for whoever may not. */
  take: ReactNode
}

export function VersionList({ artefactId, versions, take }: VersionListProps) {
  const t = useTranslate('versions')
  if (versions.length === 0) {
    return (
      <EmptyState icon={History} title={t('list.emptyTitle')} action={take}>
        {take ? t('list.emptyAllowed') : t('list.emptyReading')}
      </EmptyState>
    )
  }
  return (
    <ol aria-label={t('list.label')} className="divide-y divide-line rounded-xl border border-line bg-surface shadow-raised">
      {versions.map((version, index) => (
        <li key={version.id} className="px-4 py-4 sm:px-6">
          <VersionRow
            address={`/artefacts/${artefactId}`}
            version={version}
            previous={versions[index + 1]?.number}
            latest={index === 0}
          />
        </li>
      ))}
    </ol>
  )
}

interface VersionRowProps {
  address: string
  version: ListedVersion
  previous: number | undefined
  latest: boolean
}

function VersionRow({ address, version, previous, latest }: VersionRowProps) {
  const t = useTranslate('versions')
  const words = useTranslate('publishing')
  const language = useLanguage()
  const { number, name, note, takenAt, takenByName, hash, sameAsNow, publishedAt, approval } = version
  const compare = (from: number, to: number | 'now') => `${address}/compare?from=${from}&to=${to}`
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {t('list.number', { number })}
          {latest ? (
            <span className="rounded-full bg-accent-soft px-2 py-px font-semibold text-accent-strong">{t('list.latest')}</span>
          ) : null}
          {sameAsNow ? (
            <span className="rounded-full bg-positive-soft px-2 py-px font-semibold text-positive">{t('list.sameAsNow')}</span>
          ) : null}
          {publishedAt ? (
            <a href={publishedAt} className="inline-flex min-h-6 items-center gap-1 font-semibold">
              <Globe aria-hidden className="size-4" />
              {words('list.public')}
            </a>
          ) : null}
          <ApprovalOfVersion address={address} approval={approval} />
        </p>
        <h2 className="text-lg font-bold break-words">
          <Link to={`${address}/versions/${number}`}>{name}</Link>
        </h2>
        {note ? <p className="mt-0.5 line-clamp-3 max-w-prose break-words whitespace-pre-line">{note}</p> : null}
        <p className="mt-1 text-sm text-ink-soft">
          <time dateTime={takenAt.toISOString()}>{sayMoment(takenAt, language)}</time>
          {takenByName ? ` · ${t('list.takenBy', { name: takenByName })}` : ''}
          {` · ${t('list.hash')} `}
          <span className="font-mono" title={hash}>
            {hash.slice(0, 12)}
          </span>
        </p>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        <li>
          <Link
            to={compare(number, 'now')}
            aria-label={t('list.compareVersionWithNow', { number })}
            className="inline-flex min-h-9 items-center"
          >
            {t('list.compareWithNow')}
          </Link>
        </li>
        {previous === undefined ? null : (
          <li>
            <Link
              to={compare(previous, number)}
              aria-label={t('list.compareVersionWithPrevious', { number })}
              className="inline-flex min-h-9 items-center"
            >
              {t('list.compareWithPrevious')}
            </Link>
          </li>
        )}
      </ul>
    </div>
  )
}
