import { addressOfPlace } from '../../../artefacts/shared/place-wish'
import { ChartColumn, ExternalLink } from 'lucide-react'
import { useLocation } from 'react-router'
import { ButtonLink } from '../../../components/button'
import { Checkbox } from '../../../components/checkbox'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'
import type { WorkshopAtHand } from '../page.server'
import { AgendaList } from './agenda-list'
import type { Following } from './use-following'

interface BarDetailsProps {
  workshop: WorkshopAtHand
  state: LiveState
  following: Following
}

/** What the bar says when it is opened: the step's instructions, where it happens, and whether one follows. */
export function BarDetails({ workshop, state, following }: BarDetailsProps) {
  const t = useTranslate('takingPart')
  const { pathname } = useLocation()
  const live = `/workshops/${workshop.id}/live`
  const { step } = state
  return (
    <div className="flex max-h-[45dvh] flex-col gap-3 overflow-y-auto px-2">
      <p className="max-w-prose whitespace-pre-line">{step?.instructions || t('bar.noInstructions')}</p>
      {state.stage === 'running' ? (
        <Checkbox
          label={t('follow.label')}
          hint={t('follow.hint')}
          checked={following.follows}
          onChange={(event) => following.setFollows(event.currentTarget.checked)}
        />
      ) : null}
      {state.agenda.length > 1 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t('agenda.title')}</summary>
          <AgendaList state={state} />
        </details>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {pathname === live ? null : (
          <ButtonLink to={live} size="small" className="min-h-11">
            {t('bar.toLive')}
          </ButtonLink>
        )}
        {step?.artefact && pathname !== `/artefacts/${step.artefact.id}` ? (
          <ButtonLink to={addressOfPlace(step.artefact.id, step.place)} size="small" className="min-h-11">
            <ExternalLink aria-hidden className="size-4 shrink-0" />
            {t('bar.toArtefact', { title: step.artefact.title })}
          </ButtonLink>
        ) : null}
        {state.stage === 'running' ? (
          <ButtonLink to={`/workshops/${workshop.id}/results`} size="small" className="min-h-11">
            <ChartColumn aria-hidden className="size-4 shrink-0" />
            {t('bar.toResults')}
          </ButtonLink>
        ) : null}
        {workshop.me.facilitates ? (
          <ButtonLink to={`/workshops/${workshop.id}/run`} size="small" className="min-h-11">
            {t('bar.toRun')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}
