import { ChevronLeft, FileDown, History, Lock, Stamp } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import { preloadModule } from 'react-dom'
import { Link } from 'react-router'
import { ApprovalLine } from '../../approvals/view/approval-line'
import { Button, ButtonLink } from '../../components/button'
import { ExportDialog } from '../../exports/export-dialog'
import { createKindTranslate } from '../../i18n/translator'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { ProposalsWaiting } from '../../proposals/view/proposals-waiting'
import { RemarksProvider } from '../../remarks/view/remarks-provider'
import { PeopleHere } from '../../sync/people-here'
import { StateLine } from '../../sync/state-line'
import { StateNotice } from '../../sync/state-notice'
import { UndoneNotice } from '../../workshops/taking-part/view/undone-notice'
import { useSession, useSessionStatus } from '../../sync/use-session'
import { SidePanelContext, useSidePanelState, type SidePanel } from '../shared/side-panel'
import type { AnyKind, KindId } from '../registry'
import { loadKind } from '../registry'
import type { ArtefactViewProps, Follow } from '../view-props'
import type { Place } from '../workshop-face'
import { ArtefactMenu } from './artefact-menu'
import type { ArtefactPageData } from './load.server'
import { SidePanelButton } from './side-panel-button'
import { useFacts } from './use-facts'
import { useKeptPanel } from './use-kept-panel'
import { useStuckHeight } from './use-stuck-height'

// Only while a workshop runs on it.
const WorkshopBar = lazy(() => import('../../workshops/taking-part/view/artefact-bar'))

// Only once it is opened.
const SidePanelFrame = lazy(() => import('./side-panel'))

/** An artefact open for work: who is here and what is saved above, the kind's own view below. */
export function ArtefactPage({ data }: { data: ArtefactPageData }) {
  const Opened = openedOf(data.artefact.kind)
  for (const script of data.scripts) preloadModule(script, { as: 'script' })
  return (
    <Suspense>
      <Opened key={data.artefact.id} data={data} />
    </Suspense>
  )
}

const opened = new Map<KindId, ComponentType<{ data: ArtefactPageData }>>()

/** One lazily loaded component a kind, made once: a new one at each render would mount everything anew. */
function openedOf(id: KindId): ComponentType<{ data: ArtefactPageData }> {
  const known = opened.get(id)
  if (known) return known
  const made = lazy(async () => {
    const kind = await loadKind(id)
    const { default: View } = await kind.loadView()
    return { default: (props: { data: ArtefactPageData }) => <OpenArtefact {...props} kind={kind} View={View} /> }
  })
  opened.set(id, made)
  return made
}

interface OpenArtefactProps {
  data: ArtefactPageData
  kind: AnyKind
  View: ComponentType<ArtefactViewProps<unknown>>
}

function OpenArtefact({ data: loaded, kind, View }: OpenArtefactProps) {
  const { organisations, messages, participantKey } = loaded
  const language = useLanguage()
  const t = useMemo(() => createKindTranslate(language, messages), [language, messages])
  const session = useSession({
    artefactId: loaded.artefact.id,
    kind,
    participantKey,
    initialContent: loaded.content,
    initialRight: loaded.may.edit ? 'edit' : loaded.may.comment && !loaded.artefact.locked ? 'comment' : 'see',
  })
  const data = useFacts(loaded, session)
  const places = useCallback(
    async () => (await kind.loadWorkshopFace()).places(session.content(), t),
    [kind, session, t],
  )
  const { artefact } = data
  const closedPlaces = useMemo(() => data.closedPlaces.flatMap(({ place }) => place ?? []), [data.closedPlaces])
  const [follow, setFollow] = useState<Follow>({})
  const panel = useKeptPanel(artefact.kind)
  return (
    <SidePanelContext value={panel}>
      <RemarksProvider
        artefactId={artefact.id}
        session={session}
        participantKey={participantKey}
        remarks={data.remarks}
        mayComment={data.may.comment}
        leads={data.may.lock}
      >
        <Beside panel={panel}>
          <ArtefactHeader data={data} kindName={t('name')} session={session} places={places} panel={panel} />
          {/* There from the start, so that what changes in them is read out. */}
          <div role="status">
            <WhyNotEditing data={data} suggests={kind.loadSuggesting !== undefined} />
          </div>
          <div role="status">
            <ProposalsWaiting artefactId={artefact.id} {...data.proposals} />
          </div>
          <div role="status">
            <ApprovalLine artefactId={artefact.id} approval={data.approval} />
          </div>
          <StateNotice session={session} />
          {/* While a workshop runs here, its bar tells it. */}
          {data.workshopId ? null : (
            <div className="px-3 sm:px-5">
              <UndoneNotice session={session} may={[]} />
            </div>
          )}
          <div className="flex min-h-0 flex-1">
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">
              <View
                {...{ session, language, t, organisations }}
                isMember={data.back.kind === 'project'}
                title={artefact.title}
                me={loaded.me}
                allowed={data.allowed}
                own={data.own}
                closedPlaces={closedPlaces}
                {...follow}
              />
            </div>
            <OpenPanel panel={panel} />
          </div>
          {data.workshopId ? (
            <Suspense>
              <WorkshopBar workshopId={data.workshopId} kind={kind} session={session} onFollow={setFollow} />
            </Suspense>
          ) : null}
        </Beside>
      </RemarksProvider>
    </SidePanelContext>
  )
}

/**
 * Says to all in it whether the panel is open beside it (`roomy:` in app.css). A view that is as long as what it holds
 * marks itself so. This must be as long as it is: what is stuck to the top of the window leaves it where its own box ends.
 */
function Beside({ panel, children }: { panel: SidePanel; children: ReactNode }) {
  const { open } = useSidePanelState(panel)
  return (
    <div
      data-side={open === null ? 'closed' : 'open'}
      className="group/artefact flex min-h-0 flex-1 flex-col has-[[data-length=page]]:min-h-max"
    >
      {children}
    </div>
  )
}

function OpenPanel({ panel }: { panel: SidePanel }) {
  const { open } = useSidePanelState(panel)
  if (open === null) return null
  return (
    <Suspense>
      <SidePanelFrame panel={panel} />
    </Suspense>
  )
}

type Session = ReturnType<typeof useSession>

interface ArtefactHeaderProps {
  data: ArtefactPageData
  kindName: string
  session: Session
  places(): Promise<Place[]>
  panel: SidePanel
}

/**
 * Stays at the top of the window, so that one sees what is saved wherever one writes. On a narrow screen only the line
 * with the state stays: the rest is left above, as if the header were not there.
 */
function ArtefactHeader({ data, kindName, session, places, panel }: ArtefactHeaderProps) {
  const t = useTranslate('artefacts')
  const { whole, line } = useStuckHeight()
  const { artefact, back, may } = data
  const backLabel = back.kind === 'project' ? t('page.backToProject', { name: back.name }) : t('page.backToWorkshop')
  return (
    <header ref={whole} className="max-md:contents md:sticky md:top-0 md:z-30 md:border-b md:border-line md:bg-surface">
      <PageTitle title={[...new Set([artefact.title, kindName])].join(' – ')} session={session} />
      <div className="max-md:contents md:mx-auto md:grid md:max-w-[110rem] md:grid-cols-[auto_minmax(0,1fr)_auto] md:items-center md:gap-x-2 md:px-5 md:py-1.5">
        <div className="flex flex-wrap items-center gap-x-2 bg-surface px-3 pt-1.5 sm:px-5 md:contents">
          <Link
            to={back.kind === 'project' ? `/projects/${back.id}` : `/workshops/${back.id}`}
            aria-label={backLabel}
            className="-ml-2 inline-flex size-10 max-sm:size-11 shrink-0 items-center justify-center rounded-md text-ink hover:bg-accent-soft md:row-span-2"
          >
            <ChevronLeft aria-hidden className="size-5" />
          </Link>
          <h1 className="line-clamp-2 min-w-0 flex-1 basis-48 text-lg leading-tight font-bold [overflow-wrap:anywhere]">
            {artefact.title}
          </h1>
          <div className="flex flex-wrap items-center gap-x-1.5 md:col-start-3 md:row-span-2 md:row-start-1">
            <PeopleHere session={session} />
            <SidePanelButton panel={panel} />
            <ArtefactActions data={data} panel={panel} />
            {may.rename || may.lock || may.bin ? <ArtefactMenu data={data} places={places} /> : null}
          </div>
        </div>
        <div
          ref={line}
          className="flex flex-wrap items-center gap-x-3 px-3 text-sm text-ink-soft max-md:sticky max-md:top-0 max-md:z-30 max-md:border-b max-md:border-line max-md:bg-surface max-md:py-0.5 sm:px-5 md:col-start-2 md:px-0"
        >
          {kindName === artefact.title ? null : <span>{kindName}</span>}
          <StateLine session={session} />
        </div>
      </div>
    </header>
  )
}

/** The tab's title, with a mark before it for as long as anything of one's own is not on the server's disk. */
function PageTitle({ title, session }: { title: string; session: Session }) {
  const { unsent } = useSessionStatus(session)
  return <title>{unsent === 'nothing' ? title : `● ${title}`}</title>
}

function ArtefactActions({ data, panel }: { data: ArtefactPageData; panel: SidePanel }) {
  const t = useTranslate('artefacts')
  const words = useTranslate('exports')
  const [exporting, setExporting] = useState(false)
  const { artefact, may } = data
  const suggested = useSidePanelState(panel).tabs.find(({ id }) => id === 'suggestions')?.count ?? 0
  return (
    <>
      {may.seeVersions ? (
        <ButtonLink to={`/artefacts/${artefact.id}/versions`} variant="quiet" size="small" aria-label={t('page.versions')}>
          <History aria-hidden className="size-5" />
          <span className="max-lg:hidden">{t('page.versions')}</span>
        </ButtonLink>
      ) : null}
      {may.seeVersions ? (
        <ButtonLink to={`/artefacts/${artefact.id}/approvals`} variant="quiet" size="small" aria-label={t('page.approvals')}>
          <Stamp aria-hidden className="size-5" />
          <span className="max-lg:hidden">{t('page.approvals')}</span>
        </ButtonLink>
      ) : null}
      {may.export ? (
        <>
          <Button variant="quiet" size="small" aria-label={t('page.export')} onPress={() => setExporting(true)}>
            <FileDown aria-hidden className="size-5" />
            <span className="max-lg:hidden">{t('page.export')}</span>
          </Button>
          <ExportDialog
            isOpen={exporting}
            onOpenChange={setExporting}
            source={words('dialog.draftNow')}
            {...(suggested > 0 ? { note: words('dialog.suggestionsOpen', { count: suggested }) } : {})}
            address={`/artefacts/${artefact.id}`}
            hasPicture={artefact.hasPicture}
            hasReview={artefact.hasReview}
          />
        </>
      ) : null}
    </>
  )
}

/** Says so where one cannot edit, before one tries. */
function WhyNotEditing({ data: { artefact, may, closedPlaces }, suggests }: { data: ArtefactPageData; suggests: boolean }) {
  const t = useTranslate('artefacts')
  const [before, setBefore] = useState({ locked: artefact.locked, opened: false })
  if (before.locked !== artefact.locked) setBefore({ locked: artefact.locked, opened: before.locked })
  const isClosed = may.edit && !may.lock && closedPlaces.some(({ place }) => place === null)
  // The tools that come back are seen; that they do is said to whoever does not see them.
  if (may.edit && !isClosed) return before.opened ? <p className="sr-only">{t('page.unlockedNow')}</p> : null
  // Whoever suggests has tools, which say so themselves.
  if (suggests && may.comment && !artefact.locked && !isClosed) return null
  return (
    <div className="border-b border-line bg-sunken px-3 py-2 sm:px-5">
      <p className="mx-auto flex max-w-[110rem] items-center gap-2">
        <Lock aria-hidden className="size-4 shrink-0" />
        {isClosed
          ? t('places.closedExplained')
          : artefact.locked
            ? t('page.lockedExplained')
            : may.comment
              ? t('page.commentExplained')
              : t('page.readOnlyExplained')}
      </p>
    </div>
  )
}
