import { useTranslate } from '../../i18n/use-translate'
import type { ClauseRow } from '../model/position-table'
import { stances } from '../model/stance'
import { StanceMark } from './stance-mark'

/** How a clause stands, small beside its name: what stands in the way of agreement, or that nothing does. */
export function OutlineMark({ row: { tally } }: { row: ClauseRow }) {
  const t = useTranslate('positions')
  const stated = stances.filter((stance) => tally[stance] > 0)
  const shown = (['objects', 'accepts-with-change', 'open', 'accepts'] as const).find((stance) => tally[stance] > 0)
  if (!shown) return null
  const words = stated.map((stance) => `${t(`stance.${stance}`)} ${tally[stance]}`).join(', ')
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1 self-start" title={words}>
      <span aria-hidden className="flex items-center gap-1 text-sm text-ink-soft tabular-nums">
        {tally[shown]}
        <span className="flex scale-75">
          <StanceMark stance={shown} isEarlier={tally.earlier > 0} />
        </span>
      </span>
      <span className="sr-only">{t('panel.summary', { words })}</span>
    </span>
  )
}
