import { FileText, Info, Plus } from 'lucide-react'
import { Button } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'
import type { PlacedFootnote } from '../model/footnotes'
import type { AtomSurroundings } from './atom-label'
import type { ClauseActs } from './clause-acts'
import { looks } from './looks'
import { SheetEnd } from './sheet-end'
import { StaticAgreement } from './static-agreement'
import type { EditorFault } from './use-open-editor'

interface AgreementSheetProps {
  title: string
  placed: readonly PlacedClause[]
  around: AtomSurroundings
  footnotes: readonly PlacedFootnote[]
  canAct: boolean
  acts: ClauseActs
  /** Whether the editor has taken the place of the page as it was sent. */
  isWriting: boolean
  fault: EditorFault | undefined
  hintId: string
  t: Translate
  /** Where the editor goes. */
  editorPlace(element: HTMLElement | null): void
  onTryAgain(): void
}

/** The sheet on which the agreement stands. */
export function AgreementSheet(props: AgreementSheetProps) {
  const { title, placed, around, footnotes, canAct, acts, isWriting, fault, hintId, t, editorPlace, onTryAgain } = props
  return (
    <>
      {fault ? <FaultNotice fault={fault} t={t} onTryAgain={onTryAgain} /> : null}
      <div className={looks.sheet}>
        <p className="mb-2 max-w-[70ch] text-2xl leading-tight font-bold text-balance hyphens-auto md:text-3xl">
          {title}
        </p>
        {canAct ? (
          <p id={hintId} className="mb-6 flex max-w-[70ch] gap-2 text-sm text-ink-soft">
            <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {t('editor.hint')} <span className="sr-only">{t('editor.wayOut')}</span>
            </span>
          </p>
        ) : null}
        {placed.length === 0 ? (
          <EmptyState
            icon={FileText}
            title={t('empty.title')}
            action={
              canAct ? (
                <Button variant="primary" onPress={() => acts.addAfter()}>
                  <Plus aria-hidden className="size-5" />
                  {t('empty.add')}
                </Button>
              ) : null
            }
          >
            {t(canAct ? 'empty.teach' : 'empty.read')}
          </EmptyState>
        ) : null}
        {isWriting || placed.length === 0 ? null : <StaticAgreement placed={placed} around={around} t={t} />}
        {/* The text as it was sent stays until the editor is there: both are never seen at once. */}
        <div ref={editorPlace} hidden={!isWriting} />
        <SheetEnd annexes={around.annexes} footnotes={footnotes} isRead={!isWriting} t={t} />
      </div>
    </>
  )
}

function FaultNotice({ fault, t, onTryAgain }: { fault: EditorFault; t: Translate; onTryAgain(): void }) {
  return (
    <div className="mb-4">
      <Notice tone="caution" role="alert" title={t(`fault.${fault}.title`)}>
        <p>{t(`fault.${fault}.text`)}</p>
        {fault === 'failed' ? (
          <Button size="small" className="mt-3" onPress={onTryAgain}>
            {t('fault.failed.again')}
          </Button>
        ) : (
          <Button size="small" className="mt-3" onPress={() => window.location.reload()}>
            {t('fault.unknown.reload')}
          </Button>
        )}
      </Notice>
    </div>
  )
}
