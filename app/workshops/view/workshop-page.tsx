import { lazy, Suspense } from 'react'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'
import type { WorkshopPageData } from '../page.server'
import { useRefresh } from './use-refresh'
import { ArtefactLinks, Purpose, type GuestView } from './workshop-parts'

// A guest's phone does not carry what the facilitator's screen needs.
const ForMembers = lazy(() => import('./for-members'))

interface WorkshopPageProps {
  workshop: WorkshopPageData
  answer: WorkshopAnswer | undefined
}

export function WorkshopPage({ workshop, answer }: WorkshopPageProps) {
  const guest = workshop.view === 'guest'
  useRefresh(guest ? 6 : 4, guest || workshop.phase !== 'held')
  if (workshop.view === 'guest') return <ForGuests workshop={workshop} />
  return (
    <Suspense>
      <ForMembers workshop={workshop} answer={answer} />
    </Suspense>
  )
}

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
