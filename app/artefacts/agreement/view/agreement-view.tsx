import { MessageSquarePlus } from 'lucide-react'
import { lazy, useCallback, useId, useMemo, useRef, useState } from 'react'
import { Button } from '../../../components/button'
import { useAgreementPositions } from '../../../positions/use-agreement-positions'
import { PositionsTab } from '../../../positions/view/positions-tab'
import { usePlaceWish } from '../../shared/place-wish'
import { SideTab } from '../../shared/side-tab'
import { useRight } from '../../shared/use-artefact'
import { useCalmContent } from '../../shared/use-calm-content'
import { useSame } from '../../shared/use-same'
import { useTextFirst } from '../../shared/use-text-first'
import type { ArtefactViewProps } from '../../view-props'
import { countWords, placeClauses } from '../model/clauses'
import type { Agreement, Annex } from '../model/content'
import { placeFootnotes } from '../model/footnotes'
import { AgreementSheet } from './agreement-sheet'
import { AgreementToolbar } from './agreement-toolbar'
import { createClauseActs } from './clause-acts'
import { LibraryDialogs, useClauseLibrary } from './clause-library'
import { createDesk } from './desk'
import { DoneNotice } from './done-notice'
import type { Call } from './editor/calls'
import { FindBar } from './find/find-bar'
import { useInserting, type Inserting } from './insert/use-inserting'
import { looks } from './looks'
import { OutlineDrawer } from './outline-drawer'
import { OutlinePanel } from './outline-panel'
import { useClauseRemarks } from './use-clause-remarks'
import { CaretSuggestion } from './suggesting/caret-suggestion'
import { useClauseDecisions } from './suggesting/clause-decisions'
import { SuggestionsBeside } from './suggesting/suggestions-beside'
import { useDecisions } from './suggesting/use-decisions'
import { useSuggesting } from './suggesting/use-suggesting'
import { useEditorFacts } from './use-editor-facts'
import { useOpenEditor } from './use-open-editor'
import { useGoToPlace } from './use-places'
import { useRemoval } from './use-removal'

const AnnexesTab = lazy(() => import('./annexes/annexes-tab'))
const ReviewTab = lazy(() => import('./review/review-tab'))
const TranslationTab = lazy(() => import('./translation/translation-tab'))

/** A partnership agreement, to be read and written: its outline, a quiet row of tools, and the sheet. */
export default function AgreementView(props: ArtefactViewProps<Agreement>) {
  const { session, title, organisations, isMember = false, language, me, t } = props
  const content = useCalmContent(session)
  const canEdit = useRight(session) !== 'see'
  const placed = useMemo(() => placeClauses(content), [content])
  const words = useMemo(() => countWords(content), [content])
  const annexes = useSame(content.annexes ?? noAnnexes)
  const footnotes = useMemo(() => placeFootnotes(placed), [placed])
  const around = useMemo(() => ({ annexes, organisations }), [annexes, organisations])
  const hintId = useId()
  const tools = useRef<HTMLDivElement>(null)
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [desk] = useState(createDesk)
  const [asked, ask] = useState<Inserting>()
  const [isFinding, setIsFinding] = useState(false)
  const onCall = useCallback((call: Call) => (call === 'find' ? setIsFinding(true) : ask(call)), [])
  const suggesting = useSuggesting(session, content, me)
  const acts = useMemo(
    () => createClauseActs({ session, desk, suggesting: suggesting.desk }),
    [session, desk, suggesting.desk],
  )
  const isWanted = canEdit && placed.length > 0
  const { open, fault, tryAgain } = useOpenEditor({
    session,
    desk,
    isWanted,
    element,
    words: {
      title: t('editor.title'),
      gone: t('reference.gone'),
      label: t('editor.label', { title }),
      provenance: { proposed: t('proposed.mark'), confirm: t('proposed.confirm'), origin: t('origin') },
    },
    around,
    t,
    className: `${looks.body} outline-none`,
    describedBy: hintId,
    acts,
    suggesting: suggesting.desk,
    toToolbar: () => tools.current?.querySelector('button')?.focus(),
    onCall,
  })
  const facts = useEditorFacts(open?.editor)
  const isTextHere = useTextFirst(!isWanted || open !== undefined || fault !== undefined)
  const positions = useAgreementPositions(session, isTextHere ? content : undefined, facts.clause)
  usePlaceWish(true, (id) => {
    positions.choose(id)
    bringIntoSight(id)
  })
  const library = useClauseLibrary(isMember)
  const decisions = useDecisions(session, t)
  const clauseDecisions = useClauseDecisions({ suggesting, placed, decisions, t })
  const removal = useRemoval({ session, placed, acts, mode: suggesting.mode, t })
  const canAct = canEdit && fault !== 'unknown'
  const canChange = canAct && suggesting.may === 'decide'
  const onGo = open ? open.goToTitle : showHeading
  const remarks = useClauseRemarks({ session, placed, open, t, onGo })
  const outline = {
    session,
    placed,
    isWhole: isTextHere,
    words,
    acts: canAct ? acts : undefined,
    current: facts.clause,
    t,
    positions: positions.rows,
    library: library.actions,
    suggested: suggesting.counts,
    suggestionActions: clauseDecisions.actions,
    onGo: (id: string) => {
      positions.choose(id)
      onGo(id)
    },
    onComment: remarks.onClause,
    onRemove: removal.remove,
    onAdded: desk.returnToText,
  }
  const inserting = useInserting({ asked, ask, open, facts, placed, around, t, onChosen: desk.returnToText })
  const onGoTo = useGoToPlace(open, outline.onGo)
  return (
    <>
      <div
        data-length="page"
        onFocus={desk.onFocus}
        className="px-3 pt-2 pb-8 sm:px-5 roomy:grid roomy:grid-cols-[minmax(15rem,19rem)_minmax(0,56rem)] roomy:justify-center roomy:gap-8"
      >
        <OutlinePanel {...outline} />
        <div className="min-w-0">
          <div className="sticky top-[var(--view-top,0px)] z-20 -mx-1 mb-3 flex gap-2 bg-paper px-1 py-2">
            <OutlineDrawer {...outline} />
            {canAct ? (
              <div ref={tools} className="relative min-w-0 flex-1">
                <AgreementToolbar
                  session={session}
                  open={open}
                  facts={facts}
                  acts={acts}
                  mode={suggesting.mode}
                  placed={placed}
                  library={library.actions}
                  suggestionActions={clauseDecisions.actions}
                  inserts={inserting.actions}
                  t={t}
                  onRemove={removal.remove}
                  onComment={remarks.onSelection}
                  onCommentClause={remarks.onClause}
                  onChosen={desk.returnToText}
                  onFind={() => setIsFinding(true)}
                />
                {open && isFinding ? (
                  <FindBar session={session} open={open} t={t} onClose={() => setIsFinding(false)} />
                ) : null}
                <CaretSuggestion
                  suggestion={suggesting.suggestions.find(({ id }) => id === facts.suggestion)}
                  {...{ decisions, language, t }}
                  may={suggesting.may}
                  ownKey={suggesting.me.key}
                />
              </div>
            ) : remarks.onSelection ? (
              <Button className="min-h-12!" preventFocusOnPress onPress={remarks.onSelection}>
                <MessageSquarePlus aria-hidden className="size-5" />
                {t('help.comment')}
              </Button>
            ) : null}
          </div>
          <AgreementSheet
            title={title}
            placed={placed}
            around={around}
            footnotes={footnotes}
            canAct={canAct}
            acts={acts}
            isWriting={open !== undefined}
            fault={fault}
            hintId={hintId}
            t={t}
            editorPlace={setElement}
            onTryAgain={tryAgain}
          />
        </div>
        <DoneNotice done={removal} t={t} />
        <DoneNotice done={inserting.marked} t={t} />
        {clauseDecisions.beside}
      </div>
      <LibraryDialogs
        {...{ library, placed, acts }}
        artefactId={session.artefactId}
        onInserted={desk.returnToText}
        onShow={() => open?.goToTitle(facts.clause)}
      />
      {inserting.dialog}
      <SideTab id="review" name={t('finding.tab')}>
        {() => <ReviewTab {...{ session, content, organisations, t }} canEdit={canChange} onGo={onGoTo} />}
      </SideTab>
      <SideTab id="annexes" name={t('annex.list')}>
        {() => <AnnexesTab {...{ session, annexes, t }} canEdit={canChange} />}
      </SideTab>
      <SuggestionsBeside {...{ session, suggesting, placed, open, language, t }} onComment={remarks.onSelection} />
      <PositionsTab known={positions} onShow={bringIntoSight} />
      <SideTab id="translation" name={t('translation.tab')}>
        {() => <TranslationTab session={session} current={facts.clause} around={around} t={t} onGo={outline.onGo} />}
      </SideTab>
    </>
  )
}

const noAnnexes: readonly Annex[] = []

/** In the page as it was sent and in the editor a clause is known by the same mark. */
function bringIntoSight(id: string): void {
  document.querySelector(`[data-clause="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start' })
}

function showHeading(id: string): void {
  const heading = document.getElementById(`clause-${id}`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
