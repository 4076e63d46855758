import { Equal, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { organisationTypes, type OrganisationType } from '../../../artefacts/organisation-types'
import { OrganisationShape } from '../../../components/organisation-badge'
import { useTranslate } from '../../../i18n/use-translate'
import type { Tally } from '../../model/live-state'
import { placeOf } from '../tally'
import { ResultTable } from './result-table'

interface ResultBarsProps {
  tallies: readonly Tally[]
  /** `wall`: read across a room; the table is left out. */
  size?: 'page' | 'wall'
}

/** The result of a vote, the most dots first: places, numbers, bars, and how each kind of organisation voted. */
export function ResultBars({ tallies, size = 'page' }: ResultBarsProps) {
  const t = useTranslate('votes')
  const most = Math.max(1, ...tallies.map(({ dots }) => dots))
  if (tallies.length === 0) return <p className="text-ink-soft">{t('result.none')}</p>
  return (
    <div>
      <ol className={size === 'wall' ? 'flex flex-col gap-6 text-3xl' : 'flex flex-col gap-4'}>
        {tallies.map((tally) => (
          <ResultItem key={tally.target} tally={tally} place={placeOf(tally, tallies)} most={most} size={size} />
        ))}
      </ol>
      {size === 'page' ? (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t('result.asTable')}</summary>
          <ResultTable tallies={tallies} />
        </details>
      ) : null}
    </div>
  )
}

interface ResultItemProps {
  tally: Tally
  place: number
  most: number
  size: 'page' | 'wall'
}

function ResultItem({ tally, place, most, size }: ResultItemProps) {
  const t = useTranslate('votes')
  const id = useId()
  const { dots, name, byType, tied, gone } = tally
  return (
    <li aria-labelledby={id} className="grid grid-cols-[auto_1fr] gap-x-3">
      <span className="min-w-[1.5em] font-bold tabular-nums">{`${place}.`}</span>
      <div className="min-w-0">
        <div id={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="min-w-0 font-semibold whitespace-pre-line">{name || t('unnamed')}</span>
          <span className="font-bold tabular-nums">{t('dots', { count: dots })}</span>
        </div>
        <div aria-hidden className={`mt-1 rounded-sm bg-sunken ${size === 'wall' ? 'h-6' : 'h-4'}`}>
          <div className="h-full rounded-sm bg-accent" style={{ width: `${(dots / most) * 100}%` }} />
        </div>
        <div className={`mt-1 flex flex-wrap gap-x-4 gap-y-1 ${size === 'wall' ? 'text-xl' : 'text-sm'}`}>
          {tied ? <Tag icon={Equal} words={t('result.tied')} /> : null}
          {gone ? <Tag icon={Trash2} words={t('result.gone')} /> : null}
          <ByType byType={byType} />
        </div>
      </div>
    </li>
  )
}

function Tag({ icon: Icon, words }: { icon: typeof Equal; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold">
      <Icon aria-hidden className="size-[1.1em] shrink-0" />
      {words}
    </span>
  )
}

const inks: Record<OrganisationType, string> = {
  municipality: 'text-municipality',
  authority: 'text-authority',
  'third-sector': 'text-third-sector',
  education: 'text-education',
  business: 'text-business',
}

function ByType({ byType }: Pick<Tally, 'byType'>) {
  const t = useTranslate('components')
  const tv = useTranslate('votes')
  const none = byType[''] ?? 0
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
      {organisationTypes
        .filter((type) => (byType[type] ?? 0) > 0)
        .map((type) => (
          <li key={type} className={`inline-flex items-center gap-1.5 ${inks[type]}`}>
            <OrganisationShape type={type} className="size-[0.9em]" />
            {`${t(`organisationType.${type}`)} ${byType[type] ?? 0}`}
          </li>
        ))}
      {none > 0 ? <li>{`${tv('result.noOrganisation')} ${none}`}</li> : null}
    </ul>
  )
}
