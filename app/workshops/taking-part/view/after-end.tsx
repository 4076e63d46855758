import { lazy, Suspense } from 'react'
import { ButtonLink } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import { ResultLinks } from '../../results/view/result-links'
import { ArtefactLinks } from '../../view/workshop-parts'
import type { TakingPartData } from '../page.server'
import { StepHeading } from './step-heading'

const FeedbackHere = lazy(() =>
  import('../../feedback/view/feedback-here').then(({ FeedbackHere: here }) => ({ default: here })),
)

/** The workshop is over: thanks, what one thought of it, and what becomes of the work. */
export function AfterEnd({ data }: { data: TakingPartData }) {
  const t = useTranslate('takingPart')
  const { workshop, artefacts } = data
  return (
    <div className="flex flex-col gap-8 pt-2 pb-10">
      <div>
        <StepHeading>{t('after.title')}</StepHeading>
        <p className="max-w-prose text-lg">{t('after.next')}</p>
      </div>
      {workshop.me.takesPart ? (
        <section>
          <h3 className="mb-3 text-xl font-bold">{t('after.feedback')}</h3>
          <Suspense fallback={<p role="status">{t('page.opening')}</p>}>
            <FeedbackHere workshopId={workshop.id} />
          </Suspense>
        </section>
      ) : null}
      <section>
        <h3 className="mb-3 text-xl font-bold">{t('after.results')}</h3>
        <ResultLinks workshopId={workshop.id} />
      </section>
      {artefacts.length > 0 ? (
        <section>
          <h3 className="mb-3 text-xl font-bold">{t('after.artefacts')}</h3>
          <ArtefactLinks artefacts={artefacts} />
        </section>
      ) : null}
      {workshop.me.key.startsWith('user:') ? (
        <ButtonLink to={`/workshops/${workshop.id}`} className="self-start">
          {t('after.toWorkshop')}
        </ButtonLink>
      ) : null}
    </div>
  )
}
