import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { Card } from '../../../components/card'
import { Dialog } from '../../../components/dialog'
import { OrganisationBadge } from '../../../components/organisation-badge'
import { useTranslate } from '../../../i18n/use-translate'
import type { DecisionWriting } from '../decisions-page.server'
import type { ShownDecision } from '../shown-decision.server'
import { BecameList } from './became-list'
import { DecisionActions } from './decision-actions'
import { DecisionForm, SourceQuote } from './decision-form'

interface DecisionCardProps {
  workshopId: string
  decision: ShownDecision
  place: { index: number; of: number }
  /** Null for whoever only reads. */
  writing: DecisionWriting | null
}

/** One decision: its words, who sees to it and by when, where it came from and what it became. */
export function DecisionCard({ workshopId, decision, place, writing }: DecisionCardProps) {
  const t = useTranslate('decisions')
  const [changing, setChanging] = useState(false)
  const { source, carried } = decision
  return (
    <li>
      <Card>
        <div className="flex gap-3">
          <span className="text-xl font-bold tabular-nums">{`${place.index + 1}.`}</span>
          <div className="min-w-0 flex-1">
            <p className="text-lg whitespace-pre-line">{decision.text}</p>
            <OwnerAndDate decision={decision} />
            {source ? (
              <details className="mt-3">
                <summary className="min-h-9 cursor-pointer py-1 font-semibold text-accent">{t('source.label')}</summary>
                <SourceQuote words={source.text} dots={source.dots} />
              </details>
            ) : null}
            {carried.length > 0 ? (
              <div className="mt-3">
                <h3 className="font-semibold">{t('became.title')}</h3>
                <BecameList carried={carried} />
              </div>
            ) : null}
            <p className="mt-2">
              <Link to={`/origins/${decision.id}`} className="inline-flex min-h-9 items-center text-sm">
                {t('originLink')}
              </Link>
            </p>
          </div>
        </div>
        {writing ? (
          <DecisionActions
            workshopId={workshopId}
            decision={decision}
            place={place}
            targets={writing.targets}
            onChange={() => setChanging(true)}
          />
        ) : null}
      </Card>
      {writing ? (
        <Dialog title={t('changeTitle')} isOpen={changing} onOpenChange={setChanging}>
          <DecisionForm
            workshopId={workshopId}
            organisations={writing.organisations}
            begin={{ intent: 'change', decision }}
            onDone={() => setChanging(false)}
          />
        </Dialog>
      ) : null}
    </li>
  )
}

export function OwnerAndDate({ decision: { owner, dueDay } }: { decision: Pick<ShownDecision, 'owner' | 'dueDay'> }) {
  const t = useTranslate('decisions')
  if (!owner && !dueDay) return null
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
      {owner ? (
        <span className="inline-flex min-w-0 flex-wrap items-center gap-2">
          <span className="text-sm text-ink-soft">{t('owner')}</span>
          {owner.type ? <OrganisationBadge type={owner.type} name={owner.name} /> : <span>{owner.name}</span>}
        </span>
      ) : null}
      {dueDay ? (
        <span className="inline-flex items-center gap-1.5">
          <CalendarDays aria-hidden className="size-4 shrink-0 text-ink-soft" />
          {t('dueBy', { day: dueDay })}
        </span>
      ) : null}
    </p>
  )
}
