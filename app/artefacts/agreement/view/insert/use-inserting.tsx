import { BookA, Building2, Landmark, Paperclip, Section, Superscript } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { MenuAction } from '../../../../components/menu'
import type { Translate } from '../../../kind'
import { useSidePanel } from '../../../shared/side-panel'
import type { AtomSurroundings } from '../atom-label'
import type { PlacedClause } from '../../model/clauses'
import type { Done } from '../done-notice'
import type { OpenEditor } from '../editor/create-editor'
import type { EditorFacts } from '../use-editor-facts'
import { AnnexChoice, ClauseChoice, PartyChoice } from './choices'
import { FootnoteDialog } from './footnote-dialog'

export type Inserting = 'reference' | 'party' | 'annex' | 'footnote'

interface InsertingOptions {
  /** Which window is open. */
  asked: Inserting | undefined
  ask(what: Inserting | undefined): void
  open: OpenEditor | undefined
  facts: EditorFacts
  placed: readonly PlacedClause[]
  around: AtomSurroundings
  t: Translate
  /** What was chosen goes on in the text. */
  onChosen(): void
}

/** What can be put into the text beside words: the menu for it, and the windows that ask for more. */
export function useInserting(options: InsertingOptions): {
  actions: MenuAction[]
  dialog: ReactNode
  /** What a mark of a definition is for, told when it is set. */
  marked: Done
} {
  const { asked, ask, open, facts, around, t } = options
  const has = (id: string, label: string, icon: MenuAction['icon'], onAction: () => void): MenuAction => ({
    id,
    label,
    ...(icon ? { icon } : {}),
    onAction,
  })
  const isTerm = facts.definedTerm
  // Until the caret leaves the words that were marked.
  const [isMarked, setIsMarked] = useState(false)
  const toggleTerm = () => {
    setIsMarked(!isTerm)
    open?.inserts.toggleTerm()
  }
  const marked: Done = {
    words: isMarked && isTerm ? t('insert.marked') : undefined,
    undo: undefined,
    dismiss: () => setIsMarked(false),
  }
  const actions: MenuAction[] = [
    has('reference', t('toolbar.reference'), Section, () => ask('reference')),
    has('annex', t('insert.annex'), Paperclip, () => ask('annex')),
    has('footnote', t(facts.footnote ? 'footnote.edit' : 'insert.footnote'), Superscript, () => ask('footnote')),
    { ...has('party', t('insert.party'), Building2, () => ask('party')), startsGroup: true },
    {
      ...has('parties', t('insert.parties'), Landmark, () => open?.inserts.putPartyList(around.organisations)),
      disabled: around.organisations.length === 0,
    },
    {
      ...has('term', t(isTerm ? 'insert.noTerm' : 'insert.term'), BookA, toggleTerm),
      startsGroup: true,
    },
  ]
  const dialog = open && asked ? <InsertDialog {...options} open={open} asked={asked} onClose={() => ask(undefined)} /> : null
  return { actions, dialog, marked }
}

interface InsertDialogProps extends Omit<InsertingOptions, 'ask'> {
  open: OpenEditor
  asked: Inserting
  onClose(): void
}

function InsertDialog({ open, asked, facts, placed, around, t, onChosen, onClose }: InsertDialogProps) {
  const panel = useSidePanel()
  // As it was when the window opened: the text goes on changing behind it.
  const [footnote] = useState(() => open.inserts.footnote())
  const close = () => {
    onClose()
    onChosen()
  }
  switch (asked) {
    case 'reference':
      return (
        <ClauseChoice
          placed={placed}
          current={facts.clause}
          t={t}
          onChoose={(clause) => open.editor.commands.insertContent({ type: 'clauseReference', attrs: { clause } })}
          onClose={close}
        />
      )
    case 'party':
      return <PartyChoice organisations={around.organisations} t={t} onChoose={open.inserts.putParty} onClose={close} />
    case 'annex':
      return (
        <AnnexChoice
          annexes={around.annexes}
          t={t}
          onChoose={(annex) => open.inserts.put({ type: 'annexReference', attrs: { annex } })}
          onAttach={() => panel?.show('annexes')}
          onClose={close}
        />
      )
    case 'footnote':
      return (
        <FootnoteDialog
          words={footnote}
          t={t}
          onWrite={open.inserts.writeFootnote}
          onRemove={open.inserts.removeFootnote}
          onClose={close}
        />
      )
  }
}
