import { ArrowRight } from 'lucide-react'
import { Link } from 'react-router'
import { Card } from '../../components/card'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'
import type { WorkshopPageData } from '../page.server'
import { EditWorkshop } from './edit-workshop'
import { DoorAndInvitation } from './door-and-invitation'
import { PhaseBadge } from './phase-badge'
import { Seats } from './seats'
import { Summary } from './summary'
import { useRefresh } from './use-refresh'

interface WorkshopPageProps {
  workshop: WorkshopPageData
  answer: WorkshopAnswer | undefined
}

export function WorkshopPage({ workshop, answer }: WorkshopPageProps) {
  const guest = workshop.view === 'guest'
  useRefresh(guest ? 6 : 4, guest || workshop.phase !== 'held')
  return workshop.view === 'guest' ? <ForGuests workshop={workshop} /> : <ForMembers workshop={workshop} answer={answer} />
}

type GuestView = Extract<WorkshopPageData, { view: 'guest' }>
export type MemberView = Extract<WorkshopPageData, { view: 'member' }>

function ForGuests({ workshop }: { workshop: GuestView }) {
  const t = useTranslate('workshops')
  return (
    <Page width="narrow">
      <title>{`${workshop.title} – Tahto`}</title>
      <PageHeading title={workshop.title}>
        <p>{workshop.time}</p>
      </PageHeading>
      <p className="mb-6 text-xl">{t('guest.welcome', { name: workshop.name })}</p>
      <Purpose words={workshop.purpose} />
      <section className="mt-8">
        <h2 className="mb-3 text-xl font-bold">{t('guest.begin')}</h2>
        {workshop.artefacts.length > 0 ? (
          <ArtefactLinks artefacts={workshop.artefacts} />
        ) : (
          <p role="status">{t('guest.noArtefacts')}</p>
        )}
      </section>
    </Page>
  )
}

function ForMembers({ workshop, answer }: { workshop: MemberView; answer: WorkshopAnswer | undefined }) {
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
        actions={facilitation ? <EditWorkshop facilitation={facilitation} /> : null}
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
          {facilitation ? <DoorAndInvitation workshop={workshop} facilitation={facilitation} /> : null}
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
          <Seats seats={workshop.seats} editable={facilitation !== null} held={held} />
          {held ? null : summary}
        </div>
      </div>
    </Page>
  )
}

function Purpose({ words }: { words: string }) {
  return words ? <p className="max-w-prose text-lg whitespace-pre-line">{words}</p> : null
}

function ArtefactLinks({ artefacts }: { artefacts: GuestView['artefacts'] }) {
  return (
    <ul className="flex flex-col gap-2">
      {artefacts.map(({ id, title, kindName }) => (
        <li key={id}>
          <Link
            to={`/artefacts/${id}`}
            className="flex min-h-14 items-center justify-between gap-4 rounded-md border border-line bg-surface px-4 py-2 text-ink no-underline hover:border-accent hover:bg-accent-soft"
          >
            <span>
              <span className="block font-semibold">{title}</span>
              <span className="text-sm text-ink-soft">{kindName}</span>
            </span>
            <ArrowRight aria-hidden className="size-5 shrink-0 text-accent" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
