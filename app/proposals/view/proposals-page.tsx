import { Inbox } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { EmptyState } from '../../components/empty-state'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import type { ProposalsPageData } from '../pages.server'
import type { ProposalSummary } from '../proposals.server'

/** Edits that could not be merged when they came: those that wait first, then what became of the others. */
export function ProposalsPage({ data: { artefact, proposals, seesAll } }: { data: ProposalsPageData }) {
  const t = useTranslate('proposals')
  const open = proposals.filter(({ state }) => state === 'open')
  const settled = proposals.filter(({ state }) => state !== 'open')
  return (
    <Page>
      <title>{`${t('titleOf', { title: artefact.title })} – Tahto`}</title>
      <PageHeading
        title={t('titleOf', { title: artefact.title })}
        back={{ to: `/artefacts/${artefact.id}`, label: t('backToArtefact') }}
      >
        {t(seesAll ? 'intro' : 'introOwn')}
      </PageHeading>
      <Done />
      {open.length > 0 ? (
        <Rows label={t('list.open')} artefactId={artefact.id} proposals={open} />
      ) : (
        <EmptyState icon={Inbox} title={t('list.emptyTitle')}>
          {t('list.emptyDetail')}
        </EmptyState>
      )}
      {settled.length > 0 ? (
        <div className="mt-10">
          <Rows label={t('list.settled')} artefactId={artefact.id} proposals={settled} />
        </div>
      ) : null}
    </Page>
  )
}

interface RowsProps {
  label: string
  artefactId: string
  proposals: readonly ProposalSummary[]
}

function Rows({ label, artefactId, proposals }: RowsProps) {
  return (
    <section aria-label={label}>
      <h2 className="mb-3 text-xl font-bold">{label}</h2>
      <ol className="divide-y divide-line rounded-xl border border-line bg-surface shadow-raised">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="px-4 py-4 sm:px-6">
            <Row artefactId={artefactId} proposal={proposal} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Row({ artefactId, proposal }: { artefactId: string; proposal: ProposalSummary }) {
  const t = useTranslate('proposals')
  const language = useLanguage()
  const { id, madeByName, organisation, madeAt, reason, state, settledAt, settledByName } = proposal
  return (
    <>
      <h3 className="text-lg font-bold break-words">
        <Link to={`/artefacts/${artefactId}/proposals/${id}`}>{t('proposal.titleBy', { name: madeByName })}</Link>
      </h3>
      <p className="text-sm text-ink-soft">
        <time dateTime={madeAt.toISOString()}>{sayMoment(madeAt, language)}</time>
        {organisation ? ` · ${organisation}` : ''}
      </p>
      <p className="mt-1 max-w-prose">{t(`reason.${reason}`)}</p>
      {state !== 'open' && settledAt ? (
        <p className="mt-1 text-sm font-semibold">
          {t(`state.${state}`, { name: settledByName, time: sayMoment(settledAt, language) })}
        </p>
      ) : null}
    </>
  )
}

/** What was just done, as the address says it. */
function Done() {
  const t = useTranslate('proposals')
  const [search] = useSearchParams()
  const kept = Number(search.get('taken-in')) || 0
  if (!kept && !search.has('set-aside')) return null
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status">
        {kept ? t('takeIn.done', { kept }) : t('setAside.done')}
      </Notice>
    </div>
  )
}
