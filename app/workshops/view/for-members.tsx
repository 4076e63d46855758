import { Card } from '../../components/card'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'
import { ResultLinks } from '../results/view/result-links'
import { ReportCard } from '../report/view/report-card'
import { AgendaSummary } from './agenda-summary'
import { DoorAndInvitation } from './door-and-invitation'
import { Invited } from './invited'
import { MemberActions } from './member-actions'
import { PhaseBadge } from './phase-badge'
import { Seats } from './seats'
import { Summary } from './summary'
import { ArtefactLinks, Purpose, type MemberView } from './workshop-parts'

interface ForMembersProps {
  workshop: MemberView
  answer: WorkshopAnswer | undefined
}

/** A workshop as the project's own people see it; what facilitates it is there for facilitators only. */
export default function ForMembers({ workshop, answer }: ForMembersProps) {
  const t = useTranslate('workshops')
  const { facilitation } = workshop
  const held = workshop.phase === 'held'
  const summary = <Summary summary={workshop.summary} editable={facilitation !== null} answer={answer} />
  return (
    <Page>
      <title>{`${workshop.title} – Tahto`}</title>
      <PageHeading
        title={workshop.title}
        back={{ to: `/projects/${workshop.projectId}`, label: workshop.projectName }}
        actions={<MemberActions workshop={workshop} />}
      >
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <PhaseBadge phase={workshop.phase} />
          <span>{workshop.time}</span>
        </p>
      </PageHeading>
      <Purpose words={workshop.purpose} />
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-[1fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {held ? summary : null}
          {workshop.hasAgenda ? <ResultLinks workshopId={workshop.id} /> : null}
          {held || workshop.report.closed ? <ReportCard workshopId={workshop.id} report={workshop.report} /> : null}
          <AgendaSummary workshop={workshop} />
          <Card>
            <h2 className="mb-3 text-xl font-bold">{t('page.artefacts')}</h2>
            {workshop.artefacts.length > 0 ? (
              <ArtefactLinks artefacts={workshop.artefacts} />
            ) : (
              <p className="text-ink-soft">{t('page.noArtefacts')}</p>
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {facilitation ? <DoorAndInvitation workshop={workshop} facilitation={facilitation} /> : null}
          <Invited workshop={workshop} />
          <Seats seats={workshop.seats} editable={facilitation !== null} held={held} />
          {held ? null : summary}
        </div>
      </div>
    </Page>
  )
}
