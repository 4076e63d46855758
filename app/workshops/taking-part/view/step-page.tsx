import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'
import type { OwnStanding } from '../own'
import type { WorkshopAtHand } from '../page.server'
import { StepActivity } from './activities/step-activity'
import { StepHeading } from './step-heading'

interface StepPageProps {
  workshop: WorkshopAtHand
  state: LiveState
  own: OwnStanding
}

/** The running step: what is asked, and what one can do for it. */
export function StepPage({ workshop, state, own }: StepPageProps) {
  const t = useTranslate('takingPart')
  const { step, agenda } = state
  if (!step) {
    return (
      <div className="pt-2 pb-10">
        <StepHeading>{t('step.noneTitle')}</StepHeading>
        <p className="max-w-prose text-lg">{t('step.none')}</p>
      </div>
    )
  }
  const number = agenda.findIndex(({ id }) => id === step.id) + 1
  return (
    <>
      <StepHeading above={number > 0 ? t('step.number', { number, count: agenda.length }) : ''}>{step.title}</StepHeading>
      {step.instructions ? (
        <p className="mb-5 max-w-prose text-lg whitespace-pre-line">{step.instructions}</p>
      ) : null}
      <StepActivity workshop={workshop} step={step} own={own} turn={state.turn} />
    </>
  )
}
