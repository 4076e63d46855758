import { ListOrdered, Printer } from 'lucide-react'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { AgendaFitLine } from '../agenda/view/agenda-fit-line'
import { scheduleOf } from '../agenda/schedule'
import { sayClock } from '../wall-time'
import { stepTypeIcons } from './step-type-icons'
import type { MemberView } from './workshop-parts'

/** What happens when, for everybody in the project; its facilitator goes on from here. */
export function AgendaSummary({ workshop }: { workshop: MemberView }) {
  const t = useTranslate('agenda')
  const { plan, facilitation, id } = workshop
  const { steps } = plan
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-bold">{t('plan.title')}</h2>
        {facilitation && steps.length > 0 ? (
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={`/workshops/${id}/agenda`} size="small">
              <ListOrdered aria-hidden className="size-4" />
              {t('plan.edit')}
            </ButtonLink>
            <ButtonLink to={`/workshops/${id}/run-sheet`} size="small" variant="quiet">
              <Printer aria-hidden className="size-4" />
              {t('runSheet')}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      {steps.length > 0 ? (
        <>
          {facilitation && !plan.isOver ? <AgendaFitLine steps={steps} startsAt={plan.startsAt} endsAt={plan.endsAt} /> : null}
          <Steps plan={plan} />
        </>
      ) : (
        <>
          <p className="text-ink-soft">{facilitation ? t('plan.emptyFacilitator') : t('plan.empty')}</p>
          {facilitation ? (
            <ButtonLink to={`/workshops/${id}/agenda`} className="mt-4">
              <ListOrdered aria-hidden className="size-4" />
              {t('plan.plan')}
            </ButtonLink>
          ) : null}
        </>
      )}
    </Card>
  )
}

/** With the clock at which each begins; once it is over, at which it began. */
function Steps({ plan: { steps, startsAt, runningStepId, isOver } }: Pick<MemberView, 'plan'>) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  const language = useLanguage()
  const times = scheduleOf(steps, startsAt)
  return (
    <ol className="divide-y divide-line">
      {steps.map(({ id, type, title, minutes, beganAt }, index) => {
        const Icon = stepTypeIcons[type]
        const begins = isOver ? beganAt : times[index]?.startsAt
        const running = id === runningStepId
        return (
          <li
            key={id}
            aria-current={running ? 'step' : undefined}
            className={`grid grid-cols-[3.5rem_1.25rem_1fr_auto] items-baseline gap-x-3 py-1.5 ${running ? 'font-semibold' : ''}`}
          >
            <span className="tabular-nums">{begins ? sayClock(begins, language) : ''}</span>
            <Icon aria-hidden className="size-4 translate-y-0.5 text-accent" />
            <span className="min-w-0">
              {title} <span className="sr-only">({workshops(`stepType.${type}`)})</span>
              {isOver && !beganAt ? <span className="text-sm text-ink-soft"> · {t('plan.notRun')}</span> : null}
              {running ? <span className="text-sm text-accent-strong"> · {t('list.running')}</span> : null}
            </span>
            <span className="text-sm whitespace-nowrap text-ink-soft">
              {minutes === null ? '' : t('list.minutes', { count: minutes })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
