import { useTranslate } from '../../../../i18n/use-translate'
import { OwnBallot } from '../../../votes/view/own-ballot'
import { ResultBars } from '../../../votes/view/result-bars'
import type { ActivityProps } from './step-activity'

/** Dots for what one finds most important; secret until the facilitator shows the totals. */
export default function Vote({ workshop, step, turn }: ActivityProps) {
  const t = useTranslate('takingPart')
  if (step.results) {
    return (
      <section className="pb-6">
        <h3 className="mb-3 text-xl font-bold">{t('vote.result')}</h3>
        <ResultBars tallies={step.results} />
      </section>
    )
  }
  if (!workshop.me.takesPart) return <p className="text-ink-soft">{t('vote.lookOn')}</p>
  return <OwnBallot workshopId={workshop.id} stepId={step.id} participantKey={workshop.me.key} turn={turn} />
}
