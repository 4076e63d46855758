import { Archive, ArchiveRestore, GitMerge, LockOpen, Replace } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { ConfirmDialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { ComparisonView } from '../../versions/view/comparison-view'
import { sayMoment } from '../../workshops/wall-time'
import type { ProposalFailure, ProposalPageData } from '../pages.server'

/** One proposal: whose, when and why, what it would change, and what may be done with it. */
export function ProposalPage({ data }: { data: ProposalPageData }) {
  const t = useTranslate('proposals')
  const { artefact, proposal } = data
  const title = t('proposal.titleBy', { name: proposal.madeByName })
  return (
    <Page>
      <title>{`${title} – ${artefact.title}`}</title>
      <PageHeading
        title={title}
        back={{ to: `/artefacts/${artefact.id}/proposals`, label: t('titleOf', { title: artefact.title }) }}
      >
        {t(`reason.${proposal.reason}`)}
      </PageHeading>
      <Facts data={data} />
      <Acts data={data} />
      <Difference data={data} />
    </Page>
  )
}

function Facts({ data: { proposal } }: { data: ProposalPageData }) {
  const t = useTranslate('proposals')
  const language = useLanguage()
  const { madeAt, madeByName, organisation, state, settledAt, settledByName } = proposal
  return (
    <section aria-label={t('proposal.facts')} className="rounded-xl border border-line bg-sunken p-4 sm:px-6">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        <Fact name={t('proposal.madeBy')}>{organisation ? `${madeByName}, ${organisation}` : madeByName}</Fact>
        <Fact name={t('proposal.madeAt')}>
          <time dateTime={madeAt.toISOString()}>{sayMoment(madeAt, language)}</time>
        </Fact>
        <Fact name={t('proposal.state')}>
          {settledAt && state !== 'open'
            ? t(`state.${state}`, { name: settledByName, time: sayMoment(settledAt, language) })
            : t('state.open')}
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-ink-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}

function Acts({ data: { artefact, proposal, difference, may } }: { data: ProposalPageData }) {
  const t = useTranslate('proposals')
  const fetcher = useFetcher<ProposalFailure>()
  const [asks, setAsks] = useState(false)
  const busy = fetcher.state !== 'idle'
  const failure = busy ? undefined : fetcher.data?.failure
  const post = (intent: 'merge' | 'replace' | 'set-aside' | 'reopen') => void fetcher.submit({ intent }, { method: 'post' })
  if (proposal.state === 'taken-in') return null
  const way = difference?.way
  const mayTakeIn = way === 'merge' ? may.merge : way === 'replace' ? may.replace : false
  return (
    <div className="mt-6 flex flex-col gap-4">
      {mayTakeIn ? <Lock artefact={artefact} mayUnlock={may.unlock} /> : null}
      {way && mayTakeIn ? <p className="max-w-prose">{t(`takeIn.${way}.explained`)}</p> : null}
      <div className="flex flex-wrap gap-3">
        {way && mayTakeIn ? (
          <Button
            variant="primary"
            isDisabled={artefact.locked}
            isPending={busy}
            onPress={() => (way === 'merge' ? post('merge') : setAsks(true))}
          >
            {way === 'merge' ? <GitMerge aria-hidden className="size-5" /> : <Replace aria-hidden className="size-5" />}
            {t(`takeIn.${way}.action`)}
          </Button>
        ) : null}
        {may.setAside ? (
          <Button isPending={busy} onPress={() => post(proposal.state === 'open' ? 'set-aside' : 'reopen')}>
            {proposal.state === 'open' ? (
              <Archive aria-hidden className="size-5" />
            ) : (
              <ArchiveRestore aria-hidden className="size-5" />
            )}
            {proposal.state === 'open' ? t('setAside.action') : t('setAside.reopen')}
          </Button>
        ) : null}
      </div>
      {failure ? (
        <Notice tone="danger" role="alert">
          {t(failureWords(failure))}
        </Notice>
      ) : null}
      <ConfirmDialog
        title={t('takeIn.replace.title')}
        isOpen={asks}
        onOpenChange={setAsks}
        confirmLabel={t('takeIn.replace.confirm')}
        danger
        onConfirm={() => post('replace')}
      >
        <p>{t('takeIn.replace.question')}</p>
      </ConfirmDialog>
    </div>
  )
}

/** Says that a lock stops the taking in, and opens it where one may. */
function Lock({ artefact, mayUnlock }: { artefact: ProposalPageData['artefact']; mayUnlock: boolean }) {
  const t = useTranslate('proposals')
  // To the artefact's own page, which is where locks are changed.
  const fetcher = useFetcher()
  const unlock = () => void fetcher.submit({ intent: 'unlock' }, { method: 'post', action: `/artefacts/${artefact.id}` })
  const words = useRef<HTMLDivElement>(null)
  const isOpened = !artefact.locked && fetcher.data !== undefined
  useEffect(() => {
    // The button that was pressed is gone.
    if (isOpened) words.current?.focus()
  }, [isOpened])
  return (
    <div ref={words} role="status" tabIndex={-1}>
      {artefact.locked ? (
        <Notice>
          <p>{t('takeIn.locked')}</p>
          {mayUnlock ? (
            <Button size="small" className="mt-3" isPending={fetcher.state !== 'idle'} onPress={unlock}>
              <LockOpen aria-hidden className="size-4" />
              {t('takeIn.unlock')}
            </Button>
          ) : null}
        </Notice>
      ) : null}
      {isOpened ? <Notice tone="positive">{t('takeIn.unlocked')}</Notice> : null}
    </div>
  )
}

function failureWords(failure: ProposalFailure['failure']) {
  if (failure === 'locked') return 'takeIn.locked' as const
  if (failure === 'settled') return 'failure.settled' as const
  if (failure === 'other-history') return 'failure.otherHistory' as const
  return failure === 'unreadable' ? ('failure.unreadable' as const) : ('failure.failed' as const)
}

function Difference({ data: { proposal, difference } }: { data: ProposalPageData }) {
  const t = useTranslate('proposals')
  if (proposal.state === 'taken-in') return null
  return (
    <section aria-labelledby="difference" className="mt-8">
      <h2 id="difference" className="mb-3 text-xl font-bold">
        {t('proposal.difference')}
      </h2>
      {difference ? (
        <ComparisonView comparison={difference.comparison} />
      ) : (
        <Notice tone="caution">{t('failure.unreadable')}</Notice>
      )}
    </section>
  )
}
