import { addressOfPlace } from '../../../../artefacts/shared/place-wish'
import { lazy, Suspense } from 'react'
import { ButtonLink } from '../../../../components/button'
import { useTranslate } from '../../../../i18n/use-translate'
import type { LiveStep } from '../../../model/live-state'
import type { OwnStanding } from '../../own'
import type { WorkshopAtHand } from '../../page.server'

export interface ActivityProps {
  workshop: WorkshopAtHand
  step: LiveStep
  own: OwnStanding
  /** The live state's turn. */
  turn: number
}

// A phone carries what the running step needs, when it runs.
const WritePrivately = lazy(() => import('./write-privately'))
const NotesOnBoard = lazy(() => import('./notes-on-board'))
const Vote = lazy(() => import('./vote'))
const Decide = lazy(() => import('./decide'))
const Breakout = lazy(() => import('./breakout'))
const FeedbackHere = lazy(() =>
  import('../../../feedback/view/feedback-here').then(({ FeedbackHere: here }) => ({ default: here })),
)

/** What one can do in the running step, below its instructions. */
export function StepActivity(props: ActivityProps) {
  const t = useTranslate('takingPart')
  return (
    <Suspense fallback={<p role="status">{t('page.opening')}</p>}>
      <OfType {...props} />
    </Suspense>
  )
}

function OfType(props: ActivityProps) {
  const { workshop, step } = props
  switch (step.type) {
    case 'talk':
    case 'break':
      return <TalkOrBreak step={step} />
    case 'write':
      return step.settings.privately && workshop.me.takesPart ? <WritePrivately {...props} /> : <NotesOnBoard {...props} />
    case 'group':
      return <NotesOnBoard {...props} />
    case 'vote':
      return <Vote {...props} />
    case 'decide':
      return <Decide {...props} />
    case 'work':
      return <Work step={step} />
    case 'breakout':
      return <Breakout {...props} />
    case 'feedback':
      return workshop.me.takesPart ? <FeedbackHere workshopId={workshop.id} /> : null
  }
}

function TalkOrBreak({ step }: { step: LiveStep }) {
  const t = useTranslate('takingPart')
  return (
    <div className="max-w-prose">
      <p className="text-ink-soft">{t(step.type === 'break' ? 'talk.break' : 'talk.talk')}</p>
      {step.artefact ? (
        <ButtonLink to={addressOfPlace(step.artefact.id, step.place)} className="mt-4 max-sm:w-full">
          {t('talk.look', { title: step.artefact.title })}
        </ButtonLink>
      ) : null}
    </div>
  )
}

function Work({ step }: { step: LiveStep }) {
  const t = useTranslate('takingPart')
  if (!step.artefact) return <p className="text-ink-soft">{t('board.none')}</p>
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-prose">{t('work.words')}</p>
      <ButtonLink to={addressOfPlace(step.artefact.id, step.place)} variant="primary" size="large" className="max-sm:w-full">
        {t('work.open', { title: step.artefact.title })}
      </ButtonLink>
    </div>
  )
}
