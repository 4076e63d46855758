import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'

/** What is done in which order; where everybody is now is said and marked. */
export function AgendaList({ state }: { state: LiveState }) {
  const t = useTranslate('takingPart')
  const types = useTranslate('workshops')
  return (
    <ol className="flex flex-col">
      {state.agenda.map(({ id, type, title, minutes }, index) => {
        const now = state.step?.id === id
        return (
          <li
            key={id}
            aria-current={now ? 'step' : undefined}
            className={`flex items-baseline gap-3 border-l-4 py-2 pl-3 ${now ? 'border-accent bg-accent-soft' : 'border-line'}`}
          >
            <span aria-hidden className="w-5 shrink-0 text-right text-ink-soft tabular-nums">
              {index + 1}
            </span>
            <span className="min-w-0 flex-1">
              <span className={now ? 'font-bold' : 'font-medium'}>{title}</span>
              {now ? <span className="ml-2 text-sm font-bold text-accent-strong">{t('agenda.now')}</span> : null}
              <span className="block text-sm text-ink-soft">{types(`stepType.${type}`)}</span>
            </span>
            {minutes === null ? null : (
              <span className="shrink-0 pr-3 text-sm text-ink-soft tabular-nums">{t('time.minutes', { count: minutes })}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
