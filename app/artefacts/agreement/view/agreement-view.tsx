import { lazy, useId, useMemo, useRef, useState } from 'react'
import { useAgreementPositions } from '../../../positions/use-agreement-positions'
import { PositionsTab } from '../../../positions/view/positions-tab'
import { usePlaceWish } from '../../shared/place-wish'
import { SideTab } from '../../shared/side-tab'
import { useContent, useRight } from '../../shared/use-artefact'
import type { ArtefactViewProps } from '../../view-props'
import { countWords, placeClauses } from '../model/clauses'
import type { Agreement, Annex } from '../model/content'
import { AgreementSheet } from './agreement-sheet'
import { AgreementToolbar } from './agreement-toolbar'
import { createClauseActs } from './clause-acts'
import { LibraryDialogs, useClauseLibrary } from './clause-library'
import { createDesk } from './desk'
import { looks } from './looks'
import { OutlineDrawer } from './outline-drawer'
import { OutlinePanel } from './outline-panel'
import { RemovedNotice, useRemoval } from './removed-notice'
import { useClauseRemarks } from './use-clause-remarks'
import { useEditorFacts } from './use-editor-facts'
import { useOpenEditor } from './use-open-editor'

const TranslationTab = lazy(() => import('./translation/translation-tab'))

/** A partnership agreement, to be read and written: its outline, a quiet row of tools, and the sheet. */
export default function AgreementView({ session, title, organisations, isMember = false, t }: ArtefactViewProps<Agreement>) {
  const content = useContent(session)
  const canEdit = useRight(session) === 'edit'
  const placed = useMemo(() => placeClauses(content), [content])
  const words = useMemo(() => countWords(content), [content])
  const annexes = content.annexes ?? noAnnexes
  const around = useMemo(() => ({ annexes, organisations }), [annexes, organisations])
  const hintId = useId()
  const tools = useRef<HTMLDivElement>(null)
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [desk] = useState(createDesk)
  const acts = useMemo(() => createClauseActs({ session, desk }), [session, desk])
  const { open, fault, tryAgain } = useOpenEditor({
    session,
    desk,
    isWanted: canEdit && placed.length > 0,
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
    toToolbar: () => tools.current?.querySelector('button')?.focus(),
  })
  const facts = useEditorFacts(open?.editor)
  const positions = useAgreementPositions(session, content, facts.clause)
  usePlaceWish(true, (id) => {
    positions.choose(id)
    bringIntoSight(id)
  })
  const library = useClauseLibrary(isMember)
  const removal = useRemoval(session, placed, acts, t)
  const canAct = canEdit && fault !== 'unknown'
  const onGo = open ? open.goToTitle : showHeading
  const remarks = useClauseRemarks({ session, placed, open, t, onGo })
  const outline = {
    session,
    placed,
    words,
    acts: canAct ? acts : undefined,
    current: facts.clause,
    t,
    positions: positions.rows,
    library: library.actions,
    onGo: (id: string) => {
      positions.choose(id)
      onGo(id)
    },
    onComment: remarks.onClause,
    onRemove: removal.remove,
    onAdded: desk.returnToText,
  }
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
              <div ref={tools} className="min-w-0 flex-1">
                <AgreementToolbar
                  session={session}
                  open={open}
                  facts={facts}
                  acts={acts}
                  placed={placed}
                  library={library.actions}
                  t={t}
                  onRemove={removal.remove}
                  onComment={remarks.onSelection}
                  onCommentClause={remarks.onClause}
                  onChosen={desk.returnToText}
                />
              </div>
            ) : null}
          </div>
          <AgreementSheet
            title={title}
            placed={placed}
            around={around}
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
        <RemovedNotice removal={removal} t={t} />
      </div>
      <LibraryDialogs {...{ library, placed, acts }} artefactId={session.artefactId} onInserted={desk.returnToText} />
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
