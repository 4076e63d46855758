import { ExternalLink } from 'lucide-react'
import { addressOfPlace } from '../../../artefacts/shared/place-wish'
import { useTranslate } from '../../../i18n/use-translate'
import type { Desk } from '../desk'
import type { LiveStep } from '../../model/live-state'
import { stepsOnNotes } from '../../model/steps'
import { DecisionPanel } from '../../decisions/view/decision-panel'
import { BreakoutTools } from './breakout-tools'
import { HiddenNotice } from './hidden-notes'
import { Panel } from './panel'
import type { Commands, Standing } from './use-commands'
import { VoteTools } from './vote-tools'
import { WriteTools } from './write-tools'

export interface StepToolsProps {
  workshopId: string
  step: LiveStep
  standing: Standing
  desk: Desk
  /** The desk as it is now; undefined where the server does not answer. */
  askNow(): Promise<Desk | undefined>
  commands: Commands
}

/** What only its kind of step needs, first, so that it is in sight; then what the step is about. */
export function StepPanel(props: StepToolsProps) {
  const t = useTranslate('run')
  const { step, desk } = props
  const elsewhere = desk.hidden.filter((one) => one.step !== step.id)
  return (
    <Panel title={t('step.title')}>
      <div className="mb-3 flex flex-col gap-3 border-b border-line pb-3 empty:hidden">
        {stepsOnNotes.includes(step.type) ? <HiddenNotice hidden={elsewhere} commands={props.commands} /> : null}
        <StepTools {...props} />
      </div>
      {step.instructions ? (
        <p className="max-w-prose whitespace-pre-line">{step.instructions}</p>
      ) : (
        <p className="text-ink-soft">{t('step.noInstructions')}</p>
      )}
      <May step={step} />
      {step.artefact ? (
        <a
          href={addressOfPlace(step.artefact.id, step.place)}
          target="_blank"
          rel="noreferrer"
          className="mt-2 inline-flex min-h-9 items-center gap-2 font-semibold"
        >
          <ExternalLink aria-hidden className="size-4" />
          {t('step.open', { title: step.artefact.title })}
        </a>
      ) : null}
    </Panel>
  )
}

function May({ step }: { step: LiveStep }) {
  const t = useTranslate('run')
  const words = useTranslate('workshops')
  const list = step.may.map((one) => words(`allowance.${one}`)).join(', ')
  return <p className="mt-2 text-sm text-ink-soft">{t('step.may', { list })}</p>
}

function StepTools(props: StepToolsProps) {
  const t = useTranslate('run')
  const { step, desk, workshopId } = props
  switch (step.type) {
    case 'write':
      return <WriteTools {...props} />
    case 'vote':
      return <VoteTools {...props} />
    case 'breakout':
      return <BreakoutTools {...props} />
    case 'feedback':
      return <p>{t('feedback.gave', { count: desk.gaveFeedback })}</p>
    case 'decide':
      return <DecisionPanel workshopId={workshopId} turn={props.standing.state.turn} />
    default:
      return null
  }
}
