import { FileDown, Printer, Send, Stamp } from 'lucide-react'
import { Link } from 'react-router'
import { Button, ButtonLink } from '../../components/button'
import { buttonStyle } from '../../components/button-style'
import { EmptyState } from '../../components/empty-state'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useFreshPage } from '../../components/use-page-within'
import { useToldOnce } from '../../components/use-told-once'
import { useTurns } from '../../components/use-turns'
import { useTranslate } from '../../i18n/use-translate'
import { Finishing } from '../../versions/view/finishing'
import { shownState, type CirculationStanding } from '../model/standing'
import type { ApprovalsPageData } from '../pages.server'
import { CirculationSummary } from './circulation-summary'
import { FinalVersion } from './final-version'
import { OwnParty } from './own-party'
import { PartiesTable } from './parties-table'
import { RefusalNotice } from './refusal-notice'

interface ApprovalsPageProps {
  data: ApprovalsPageData
  answer: object | undefined
}

/** Who has approved what, on one page: what others record meanwhile is shown soon after. */
export function ApprovalsPage({ data: sent, answer }: ApprovalsPageProps) {
  const t = useTranslate('approvals')
  const data = useFreshPage(sent, `/artefacts/${sent.artefact.id}/approvals`, useTurns())
  const { artefact, standing, own, may, today } = data
  const { circulation, final } = standing
  const earlier = standing.all.filter(({ id }) => id !== circulation?.id)
  return (
    <Page>
      <title>{`${t('titleOf', { title: artefact.title })} – Tahto`}</title>
      <PageHeading
        title={t('titleOf', { title: artefact.title })}
        back={{ to: `/artefacts/${artefact.id}`, label: t('backToArtefact') }}
        actions={may.circulate && circulation && circulation.state !== 'underway' ? <ProposeLink base={`/artefacts/${artefact.id}/approvals`} /> : null}
      >
        {t('intro')}
      </PageHeading>
      <div className="flex flex-col gap-6">
        <Done />
        <RefusalNotice answer={answer} />
        {circulation ? (
          <>
            <NoRecorder data={data} />
            {final ? <FinalVersion final={final} artefact={artefact} may={may} /> : null}
            <div className={`grid items-start gap-6 ${own ? 'lg:grid-cols-2' : ''}`}>
              <CirculationSummary circulation={circulation} today={today} mayWithdraw={may.circulate} />
              {own ? <OwnParty circulation={circulation} own={own} /> : null}
            </div>
            <section className="flex flex-col gap-3">
              <PartiesTable circulation={circulation} />
              <TakeOut artefactId={artefact.id} />
            </section>
            {final ? (
              <Finishing
                address={`/artefacts/${artefact.id}/versions/${final.version.number}`}
                finality={final.leftOut.length > 0 ? 'finalOfAsked' : 'final'}
                publication={data.publication}
                baseUrl={data.baseUrl}
                may={may}
              />
            ) : null}
            <Earlier circulations={earlier} today={today} />
          </>
        ) : (
          <NothingProposed data={data} />
        )}
      </div>
    </Page>
  )
}

/** The table as a file or on paper. */
function TakeOut({ artefactId }: { artefactId: string }) {
  const t = useTranslate('approvals')
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {(['xlsx', 'csv'] as const).map((format) => (
        // A file, not a page: the browser fetches it itself.
        <a key={format} href={`/artefacts/${artefactId}/approvals/approvals.${format}`} download className={buttonStyle('secondary', 'small')}>
          <FileDown aria-hidden className="size-4" />
          {t(`download.${format}`)}
        </a>
      ))}
      <Button size="small" onPress={() => window.print()}>
        <Printer aria-hidden className="size-4" />
        {t('print')}
      </Button>
    </div>
  )
}

function ProposeLink({ base }: { base: string }) {
  const t = useTranslate('approvals')
  return (
    <ButtonLink to={`${base}/propose`} variant="primary">
      <Send aria-hidden className="size-5" />
      {t('propose.action')}
    </ButtonLink>
  )
}

function NothingProposed({ data: { artefact, versions, may } }: { data: ApprovalsPageData }) {
  const t = useTranslate('approvals')
  const action =
    may.circulate && versions > 0 ? (
      <ProposeLink base={`/artefacts/${artefact.id}/approvals`} />
    ) : (
      <ButtonLink to={`/artefacts/${artefact.id}/versions`}>{t('empty.versions')}</ButtonLink>
    )
  return (
    <EmptyState icon={Stamp} title={t('empty.title')} action={action}>
      {may.circulate ? t(versions > 0 ? 'empty.mayPropose' : 'empty.takeVersionFirst') : t('empty.reading')}
    </EmptyState>
  )
}

/** Those whose decision nobody can record: for whoever can do something about it. */
function NoRecorder({ data: { artefact, standing, withoutRecorder, may } }: { data: ApprovalsPageData }) {
  const t = useTranslate('approvals')
  if (!may.circulate || withoutRecorder.length === 0 || standing.circulation?.state !== 'underway') return null
  return (
    <div className="print:hidden">
      <Notice tone="caution" title={t('noRecorder.title')}>
        <p>{t('noRecorder.explained', { names: withoutRecorder.join(', ') })}</p>
        <Link to={`/projects/${artefact.projectId}/people`} className="inline-flex min-h-9 items-center">
          {t('noRecorder.people')}
        </Link>
      </Notice>
    </div>
  )
}

function Earlier({ circulations, today }: { circulations: readonly CirculationStanding[]; today: string }) {
  const t = useTranslate('approvals')
  if (circulations.length === 0) return null
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">{t('earlier.title')}</h2>
      <div className="flex flex-col gap-3">
        {circulations.map((circulation) => (
          <details key={circulation.id} className="rounded-xl border border-line bg-surface px-4 py-2 sm:px-6">
            <summary className="cursor-pointer py-2 font-semibold">
              {t('versionName', { number: circulation.version.number, name: circulation.version.name })}
              <span className="font-normal text-ink-soft"> – {t(`state.${shownState(circulation)}`)}</span>
            </summary>
            <div className="flex flex-col gap-4 py-3">
              <CirculationSummary circulation={circulation} today={today} mayWithdraw={false} />
              <PartiesTable circulation={circulation} />
            </div>
          </details>
        ))}
      </div>
    </section>
  )
}

const acts = ['recorded', 'proposed', 'withdrawn'] as const

/** What was just done. */
function Done() {
  const t = useTranslate('approvals')
  const done = useToldOnce(acts)
  if (!done) return null
  return (
    <Notice tone="positive" role="status">
      {t(`done.${done.name}`, { number: Number(done.value) || 0 })}
    </Notice>
  )
}
