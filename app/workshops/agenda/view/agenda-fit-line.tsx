import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import { fitOf } from '../schedule'
import { useLength } from './use-length'

interface AgendaFitLineProps {
  steps: readonly { minutes: number | null }[]
  startsAt: Date
  endsAt: Date | null
}

/** How long it all takes, and whether it fits. */
export function AgendaFitLine({ steps, startsAt, endsAt }: AgendaFitLineProps) {
  const t = useTranslate('agenda')
  const length = useLength()
  const { minutes, withoutLength, minutesLeft } = fitOf(steps, { startsAt, endsAt })
  const total = [
    t('fit.total', { length: length(minutes) }),
    withoutLength > 0 ? t('fit.open', { count: withoutLength }) : '',
  ]
    .filter(Boolean)
    .join(' ')
  const rest =
    minutesLeft === null || minutesLeft < 0
      ? ''
      : minutesLeft === 0
        ? t('fit.exact')
        : t('fit.left', { length: length(minutesLeft) })
  return (
    <div className="mb-5 flex flex-col gap-3">
      <p className="text-lg">
        <span className="font-semibold">{total}.</span> {rest}
      </p>
      {minutesLeft !== null && minutesLeft < 0 ? (
        <Notice tone="caution" role="status">
          {t('fit.over', { length: length(-minutesLeft) })}
        </Notice>
      ) : null}
    </div>
  )
}
