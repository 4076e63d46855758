import { BadgeCheck, Copy, FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { ConfirmDialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { Hash } from '../../components/hash'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayDay } from '../../workshops/wall-time'
import type { VersionFailure } from '../../versions/pages.server'
import { approvals, shownState, type CirculationStanding } from '../model/standing'
import type { ApprovalsPageData } from '../pages.server'
import { WhoElse } from './who-else'

interface FinalVersionProps {
  final: CirculationStanding
  artefact: ApprovalsPageData['artefact']
  may: ApprovalsPageData['may']
}

/** That a version is final, and how work goes on from it. */
export function FinalVersion({ final, artefact, may }: FinalVersionProps) {
  const t = useTranslate('approvals')
  const language = useLanguage()
  const { number, name } = final.version
  const isOfAsked = shownState(final) === 'finalOfAsked'
  const { of } = approvals(final.parties)
  return (
    <section className="rounded-xl border-2 border-positive bg-surface p-5 sm:p-6">
      <h2 className="flex items-center gap-2 text-xl font-bold">
        <BadgeCheck aria-hidden className="size-6 shrink-0 text-positive" />
        {t(isOfAsked ? 'final.titleOfAsked' : 'final.title')}
      </h2>
      <p className="mt-2">
        <Link to={`/artefacts/${artefact.id}/versions/${number}`}>{t('versionName', { number, name })}</Link>
        {final.finalAt ? ` – ${t(isOfAsked ? 'final.sinceOfAsked' : 'final.since', { day: sayDay(final.finalAt, language), of })}` : ''}
      </p>
      <WhoElse circulation={final} />
      <p className="mt-3 text-sm text-ink-soft">{t('table.versionHash')}</p>
      <Hash value={final.version.hash} />
      {may.restore || may.createArtefact ? (
        <div className="mt-4 print:hidden">
          <p className="mb-3 max-w-prose text-ink-soft">{t('final.goOn')}</p>
          <div className="flex flex-wrap gap-3">
            {may.restore ? <NewDraft artefact={artefact} number={number} /> : null}
            {may.createArtefact ? <CopyOfFinal title={artefact.title} /> : null}
          </div>
        </div>
      ) : null}
    </section>
  )
}

function NewDraft({ artefact, number }: { artefact: FinalVersionProps['artefact']; number: number }) {
  const t = useTranslate('approvals')
  const words = useTranslate('versions')
  const fetcher = useFetcher<VersionFailure>()
  const [asking, setAsking] = useState(false)
  const failed = fetcher.state === 'idle' && fetcher.data !== undefined && 'failure' in fetcher.data
  const address = `/artefacts/${artefact.id}/versions/${number}`
  return (
    <>
      <Button isDisabled={artefact.locked} isPending={fetcher.state !== 'idle'} onPress={() => setAsking(true)}>
        <FilePlus2 aria-hidden className="size-5" />
        {t('final.newDraft')}
      </Button>
      <ConfirmDialog
        title={t('final.newDraftTitle')}
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel={t('final.newDraftConfirm')}
        onConfirm={() => void fetcher.submit({ intent: 'restore' }, { method: 'post', action: address })}
      >
        <p>{t('final.newDraftExplained', { number })}</p>
      </ConfirmDialog>
      {artefact.locked || failed ? (
        <div className="w-full max-w-md">
          <Notice tone={artefact.locked ? 'info' : 'danger'} role={artefact.locked ? 'status' : 'alert'}>
            {artefact.locked ? words('restore.locked') : words('restore.failed')}
          </Notice>
        </div>
      ) : null}
    </>
  )
}

function CopyOfFinal({ title }: { title: string }) {
  const t = useTranslate('approvals')
  const fetcher = useFetcher()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button isPending={fetcher.state !== 'idle'} onPress={() => setAsking(true)}>
        <Copy aria-hidden className="size-5" />
        {t('final.copy')}
      </Button>
      <ConfirmDialog
        title={t('final.copyAsk')}
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel={t('final.copyConfirm')}
        onConfirm={() => void fetcher.submit({ intent: 'copy-final' }, { method: 'post' })}
      >
        <p>{t('final.copyExplained', { title: t('final.copyTitle', { title }) })}</p>
      </ConfirmDialog>
    </>
  )
}
