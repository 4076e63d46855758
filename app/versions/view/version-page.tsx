import { ChevronLeft, ChevronRight, FileDown, GitCompare, RotateCcw, Send } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useFetcher } from 'react-router'
import { ApprovalOfVersion } from '../../approvals/view/approval-of-version'
import { Button, ButtonLink } from '../../components/button'
import { ConfirmDialog } from '../../components/dialog'
import { Hash } from '../../components/hash'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { ExportDialog } from '../../exports/export-dialog'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import type { VersionFailure, VersionPageData } from '../pages.server'
import { DocumentView } from './document-view'
import { Finishing } from './finishing'

/** One version, to be read: what it is, what can be done with it, and all of its content. */
export function VersionPage({ data }: { data: VersionPageData }) {
  const t = useTranslate('versions')
  const { artefact, version, document } = data
  const { number, name } = version
  const title = t('version.title', { number, name })
  return (
    <Page>
      <title>{`${title} – ${artefact.title}`}</title>
      <PageHeading
        title={title}
        back={{ to: `/artefacts/${artefact.id}/versions`, label: t('titleOf', { title: artefact.title }) }}
        actions={<VersionActions data={data} />}
      >
        {t('version.readOnly')}
        <span className="mt-2 block text-base empty:hidden">
          <ApprovalOfVersion address={`/artefacts/${artefact.id}`} approval={data.approval} />
        </span>
      </PageHeading>
      <Facts data={data} />
      <div className="mt-6 empty:hidden">
        <Finishing
          address={`/artefacts/${artefact.id}/versions/${number}`}
          finality={data.approval === 'final' || data.approval === 'finalOfAsked' ? data.approval : 'notFinal'}
          publication={data.publication}
          baseUrl={data.baseUrl}
          may={data.may}
        />
      </div>
      <section aria-labelledby="content-of-version" className="mt-8">
        <h2 id="content-of-version" className="sr-only">
          {t('version.content')}
        </h2>
        {document ? (
          <div className="rounded-xl border border-line bg-surface px-4 py-6 shadow-raised sm:px-10 sm:py-10">
            <DocumentView document={document} />
          </div>
        ) : (
          <Notice tone="caution">{t('version.unreadable')}</Notice>
        )}
      </section>
      <Neighbours data={data} />
    </Page>
  )
}

function VersionActions({ data: { artefact, version, document, may, approval } }: { data: VersionPageData }) {
  const t = useTranslate('versions')
  const approvals = useTranslate('approvals')
  const [exporting, setExporting] = useState(false)
  const { number, name } = version
  return (
    <>
      {may.propose && document && approval !== 'final' ? (
        <ButtonLink to={`/artefacts/${artefact.id}/approvals/propose?version=${number}`}>
          <Send aria-hidden className="size-5" />
          {approvals('ofVersion.propose')}
        </ButtonLink>
      ) : null}
      <ButtonLink to={`/artefacts/${artefact.id}/compare?from=${number}&to=now`}>
        <GitCompare aria-hidden className="size-5" />
        {t('list.compareWithNow')}
      </ButtonLink>
      {may.export ? (
        <>
          <Button onPress={() => setExporting(true)}>
            <FileDown aria-hidden className="size-5" />
            {t('version.download')}
          </Button>
          <ExportDialog
            isOpen={exporting}
            onOpenChange={setExporting}
            source={t('version.title', { number, name })}
            address={`/artefacts/${artefact.id}/versions/${number}`}
            hasPicture={artefact.hasPicture}
            hasReview={false}
          />
        </>
      ) : null}
      {may.restore && document ? <Restore number={number} locked={artefact.locked} /> : null}
    </>
  )
}

function Restore({ number, locked }: { number: number; locked: boolean }) {
  const t = useTranslate('versions')
  const fetcher = useFetcher<VersionFailure>()
  const [asking, setAsking] = useState(false)
  const failure = fetcher.state === 'idle' ? fetcher.data?.failure : undefined
  return (
    <>
      <Button isDisabled={locked} isPending={fetcher.state !== 'idle'} onPress={() => setAsking(true)}>
        <RotateCcw aria-hidden className="size-5" />
        {fetcher.state === 'idle' ? t('restore.action') : t('restore.restoring')}
      </Button>
      <ConfirmDialog
        title={t('restore.title', { number })}
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel={t('restore.confirm')}
        onConfirm={() => void fetcher.submit({}, { method: 'post' })}
      >
        <p>{t('restore.detail', { number })}</p>
      </ConfirmDialog>
      {locked || failure ? (
        <div className="w-full max-w-md">
          <Notice tone={locked ? 'info' : 'danger'} role={locked ? 'status' : 'alert'}>
            {locked || failure === 'locked' ? t('restore.locked') : t('restore.failed')}
          </Notice>
        </div>
      ) : null}
    </>
  )
}

function Facts({ data: { artefact, version } }: { data: VersionPageData }) {
  const t = useTranslate('versions')
  const language = useLanguage()
  const { takenAt, takenByName, note, hash, title } = version
  return (
    <section aria-label={t('version.facts')} className="rounded-xl border border-line bg-sunken p-4 sm:px-6">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Fact name={t('version.taken')}>
          <time dateTime={takenAt.toISOString()}>{sayMoment(takenAt, language)}</time>
        </Fact>
        {takenByName ? <Fact name={t('version.takenBy')}>{takenByName}</Fact> : null}
        {title === artefact.title ? null : <Fact name={t('version.formerTitle')}>{title}</Fact>}
        <Fact name={t('version.note')} wide={note.length > 80}>
          <span className="whitespace-pre-line">{note || t('version.noNote')}</span>
        </Fact>
        <Fact name={t('version.hash')} wide>
          <Hash value={hash} />
          <span className="mt-1 block text-sm text-ink-soft">{t('version.hashHelp')}</span>
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'sm:col-span-2' : ''}>
      <dt className="text-sm font-semibold text-ink-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}

function Neighbours({ data: { artefact, previous, next } }: { data: VersionPageData }) {
  const t = useTranslate('versions')
  if (previous === null && next === null) return null
  const address = (number: number) => `/artefacts/${artefact.id}/versions/${number}`
  const look = 'inline-flex min-h-11 items-center gap-1'
  return (
    <nav aria-label={t('backToVersions')} className="mt-6 flex flex-wrap justify-between gap-4">
      {previous === null ? (
        <span />
      ) : (
        <Link to={address(previous)} className={look}>
          <ChevronLeft aria-hidden className="size-4" />
          {t('version.previous')} ({previous})
        </Link>
      )}
      {next === null ? null : (
        <Link to={address(next)} className={look}>
          {t('version.next')} ({next})
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  )
}
