import { OrganisationBadge } from '../../../components/organisation-badge'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'
import { ArtefactLinks, Purpose } from '../../view/workshop-parts'
import type { Me, TakingPartData } from '../page.server'
import { AgendaList } from './agenda-list'
import { StepHeading } from './step-heading'

/** Calm waiting: what for, in which order, and as whom. */
export function BeforeStart({ data, state }: { data: TakingPartData; state: LiveState }) {
  const t = useTranslate('takingPart')
  const { purpose, time, workshop, artefacts } = data
  return (
    <div className="flex flex-col gap-8 pt-2 pb-10">
      <div>
        <p className="mb-4 text-lg text-ink-soft">{time}</p>
        <StepHeading>{t('before.title')}</StepHeading>
        <p className="mb-4 max-w-prose text-lg">{t('before.words')}</p>
        <Purpose words={purpose} />
      </div>
      <section>
        <h3 className="mb-2 text-xl font-bold">{t('before.youAre')}</h3>
        <WhoYouAre me={workshop.me} />
      </section>
      {state.agenda.length > 0 ? (
        <section>
          <h3 className="mb-2 text-xl font-bold">{t('agenda.title')}</h3>
          <AgendaList state={state} />
        </section>
      ) : null}
      {artefacts.length > 0 ? (
        <section>
          <h3 className="mb-2 text-xl font-bold">{t('before.artefacts')}</h3>
          <ArtefactLinks artefacts={artefacts} />
        </section>
      ) : null}
    </div>
  )
}

function WhoYouAre({ me }: { me: Me }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
      <span className="font-semibold">{me.name}</span>
      {me.role ? <span className="text-ink-soft">{me.role}</span> : null}
      {me.organisation && me.organisationType ? (
        <OrganisationBadge type={me.organisationType} name={me.organisation} showType />
      ) : me.organisation ? (
        <span>{me.organisation}</span>
      ) : null}
    </p>
  )
}
