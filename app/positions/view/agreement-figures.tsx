import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayNumber } from '../../lib/say-number'
import type { PositionTable } from '../model/position-table'
import { stances } from '../model/stance'
import { StanceMark } from './stance-mark'

/** How close to agreement it is, in figures; and what the marks of the table mean. */
export function AgreementFigures({ table: { total, rows } }: { table: PositionTable }) {
  const t = useTranslate('positions')
  const language = useLanguage()
  const disputed = rows.filter(({ isDisputed }) => isDisputed).length
  const asked = rows.filter(({ clause }) => !clause.isHeading).length
  // What nobody has said is no position: it is counted apart.
  const given = total.all - total.none
  const say = (count: number) => sayNumber(count, language)
  return (
    <section aria-labelledby="positions-figures" className="-mt-4">
      <h2 id="positions-figures" className="sr-only">
        {t('figures.title')}
      </h2>
      <p>
        {given === 0 ? t('figures.noneGiven') : t('figures.given', { given: say(given), all: say(total.all), accepts: say(total.accepts) })}{' '}
        <strong>{disputed === 0 ? t('figures.noneDisputed') : t('figures.disputed', { count: disputed })}</strong>
        {disputed === 0 ? null : '.'} {total.earlier === 0 ? null : `${t('earlier.count', { count: total.earlier })}.`}
      </p>
      <p className="text-sm text-ink-soft">
        {t('figures.explained')} {t('figures.asked', { count: asked })} {asked < rows.length ? t('figures.headings', { count: rows.length - asked }) : null}
      </p>
      <dl aria-label={t('grid.key')} className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        {([...stances, 'none'] as const).map((stance) => (
          <div key={stance} className="flex items-center gap-2">
            <dt>
              <StanceMark stance={stance} showWords />
            </dt>
            <dd className="font-bold tabular-nums">{total[stance]}</dd>
          </div>
        ))}
        <div className="flex items-center gap-2">
          <dt className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 10 10" aria-hidden className="size-3.5">
              <path d="M0 0H10V10Z" className="fill-ink" />
            </svg>
            {t('earlier.mark')}
          </dt>
          <dd className="font-bold tabular-nums">{total.earlier}</dd>
        </div>
      </dl>
    </section>
  )
}
