import { organisationTypes } from '../../../artefacts/organisation-types'
import { useTranslate } from '../../../i18n/use-translate'
import type { Tally } from '../../model/live-state'
import { placeOf } from '../tally'

/** The same result in rows and columns: one column for each kind of organisation that voted. */
export function ResultTable({ tallies }: { tallies: readonly Tally[] }) {
  const t = useTranslate('votes')
  const types = useTranslate('components')
  const voted = organisationTypes.filter((type) => tallies.some(({ byType }) => (byType[type] ?? 0) > 0))
  const others = tallies.some(({ byType }) => (byType[''] ?? 0) > 0)
  const number = 'border-b border-line px-3 py-2 text-right tabular-nums'
  return (
    // A table wider than the screen is scrolled, by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={t('result.table')} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="align-bottom [&>th]:border-b-2 [&>th]:border-line-strong [&>th]:px-3 [&>th]:py-2">
            <th scope="col">{t('result.place')}</th>
            <th scope="col">{t('result.target')}</th>
            <th scope="col">{t('result.all')}</th>
            {voted.map((type) => (
              <th key={type} scope="col">
                {types(`organisationType.${type}`)}
              </th>
            ))}
            {others ? <th scope="col">{t('result.noOrganisation')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {tallies.map((tally) => (
            <tr key={tally.target}>
              <td className={number}>{placeOf(tally, tallies)}</td>
              <th scope="row" className="border-b border-line px-3 py-2 font-normal">
                {[tally.name || t('unnamed'), ...(tally.gone ? [`(${t('result.gone')})`] : [])].join(' ')}
              </th>
              <td className={`${number} font-bold`}>{tally.dots}</td>
              {voted.map((type) => (
                <td key={type} className={number}>
                  {tally.byType[type] ?? 0}
                </td>
              ))}
              {others ? <td className={number}>{tally.byType[''] ?? 0}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
