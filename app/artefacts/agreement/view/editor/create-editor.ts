import { Editor, Extension } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { HeardSelection } from '../../../../document/text-binding/hear-selection'
import { bodyOf } from '../../model/document'
import { isKnown, watchForUnknown } from '../../model/known-content'
import type { Translate } from '../../../kind'
import type { AtomSurroundings } from '../atom-label'
import type { Span } from '../../../../remarks/model/anchor'
import type { TextPlace } from '../../model/text-places'
import type { ClauseActs } from '../clause-acts'
import { AtomLabels, showSurroundings } from './atom-labels'
import { atomNodes } from './atoms'
import { Calls, type Call } from './calls'
import { calmCarets } from './calm-carets'
import { ClauseForm } from './clause-form'
import type { AgreementSession } from '../agreement-session'
import { createFinder, Find, type Finder } from './find'
import { createInserts, type Inserts } from './insert-inline'
import { insertTable } from './insert-table'
import { goToSuggestion, goToTitle, keepCaret, writeTitle } from './keep-caret'
import { marks } from './marks'
import { mendLater } from './mend-later'
import { textNodes } from './nodes'
import { currentClause, Numbering, type NumberingWords } from './numbering'
import { Provenance, type ProvenanceWords } from './provenance'
import { selectedSpan } from './clause-spans'
import { goToPassage, passageAt, RemarkMarks, showRemarks, type RemarkMarks as Marks } from './remark-marks'
import { ClauseReference } from './references'
import type { SuggestingDesk } from '../suggesting/suggesting-desk'
import { sharedBody } from './shared-body'
import { Suggesting } from './suggesting/suggesting'
import { tableNodes } from './tables'
import { goToPlace } from './text-place'
import { Typing } from './typing'

interface EditorOptions {
  session: AgreementSession
  element: HTMLElement
  acts: ClauseActs
  suggesting: SuggestingDesk
  words: NumberingWords & { label: string; provenance: ProvenanceWords }
  /** Says the kind's own messages. */
  t: Translate
  className: string
  /** Ids of what describes the text to somebody who cannot see it. */
  describedBy: string
  toToolbar(): void
  onCall(call: Call): void
  /** Something is in the document that this program does not know: the editor is gone, and must not come back. */
  onUnknown(): void
}

/** An editor on the shared body. */
export interface OpenEditor {
  editor: Editor
  /** Does something that rearranges clauses, and puts the caret back to the words where it was. */
  keepCaret(act: () => boolean): boolean
  /** Puts the caret at the end of a clause's title and shows it. */
  writeTitle(id: string): void
  /** Puts the caret there too, and the title at the top of what is seen. */
  goToTitle(id: string): void
  /** Puts the caret to where a suggestion begins, and shows it. Answers whether it is still there. */
  goToSuggestion(id: string): boolean
  /** Puts an empty table after what the caret is in. */
  insertTable(): void
  inserts: Inserts
  finder: Finder
  /** Selects words or an atom and shows them. Answers whether they are still there. */
  goToPlace(place: TextPlace): boolean
  /** Shows parties and references to annexes as the project and the annexes are now. */
  show(around: AtomSurroundings): void
  /** Shows which passages and clauses have comments. */
  showRemarks(marks: Marks): void
  /** Selects the passage of a thread; answers false where it is not there. */
  goToPassage(thread: string): boolean
  /** What is selected, within a clause's text; and the thread of a commented passage that the caret is in. */
  selection(): { selected: { clause: string; span: Span } | undefined; commented: string | undefined }
  /** Hears what is done with comments in the text. */
  onRemarks(acts: RemarkActs): () => void
  close(): void
}

/** What one does with comments in the text: goes to that of a passage or of a clause, or begins one where one is. */
export interface RemarkActs {
  onPassage(thread: string): void
  onCount(clause: string): void
  onComment(): void
}

/** Puts an editor into `element`. Undefined when the live document is not here, or holds what this program does not know. */
export function createEditor(options: EditorOptions): OpenEditor | undefined {
  const { session, words } = options
  const live = session.live()
  const body = live && bodyOf(live.root)
  if (!live || !body) return undefined
  if (!isKnown(live.root)) {
    options.onUnknown()
    return undefined
  }
  // Before the binding: it must not get to see what it would delete.
  const stopWatching = watchForUnknown(live.root, () => {
    editor.destroy()
    options.onUnknown()
  })
  let remarks: RemarkActs | undefined
  const carets = calmCarets(live.awareness, options.element)
  const editor = new Editor({
    element: options.element,
    injectCSS: false,
    extensions: [
      ...textNodes,
      ...tableNodes,
      ClauseReference,
      ...atomNodes,
      ...marks,
      HeardSelection,
      ListKeymap,
      GapCursor,
      Numbering.configure({ words }),
      AtomLabels.configure({ t: options.t }),
      Provenance.configure({ words: words.provenance, onConfirm: (clause) => void options.acts.confirm(clause) }),
      RemarkMarks.configure({
        onPassage: (thread) => remarks?.onPassage(thread),
        onClause: (clause) => remarks?.onCount(clause),
        onComment: () => remarks?.onComment(),
      }),
      ClauseForm,
      Find,
      Calls.configure({ onCall: options.onCall }),
      Suggesting.configure(suggestingOptions(options.suggesting)),
      Typing.configure({ acts: options.acts, toToolbar: options.toToolbar }),
      sharedBody({
        body,
        live,
        awareness: carets.awareness,
        personOf: (clientId) => session.people().find((person) => person.clientId === clientId),
      }),
    ],
    editorProps: {
      attributes: {
        class: options.className,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.label,
        'aria-describedby': options.describedBy,
        spellcheck: 'true',
      },
      scrollMargin: clearOfStuck(16, 48),
      scrollThreshold: clearOfStuck(0, 24),
    },
  })
  const stopPlace = sharePlace(session, editor)
  const stopMending = mendLater(session, live)
  return {
    editor,
    keepCaret: (act) => keepCaret(editor, act),
    writeTitle: (id) => writeTitle(editor, id),
    goToTitle: (id) => goToTitle(editor, id),
    goToSuggestion: (id) => goToSuggestion(editor, id),
    insertTable: () => {
      editor.view.dispatch(insertTable(editor.state))
      editor.view.focus()
    },
    inserts: createInserts(editor),
    finder: createFinder(editor, () => options.suggesting.mode.isSuggesting()),
    goToPlace: (place) => goToPlace(editor, place),
    show: (around) => editor.view.dispatch(showSurroundings(editor.state, around)),
    showRemarks: (marks) => showRemarks(editor, marks),
    goToPassage: (thread) => goToPassage(editor, thread),
    selection: () => {
      const selected = selectedSpan(editor.state)
      return {
        selected: selected && { clause: selected.clause.id, span: selected.span },
        commented: passageAt(editor.state, editor.state.selection.head),
      }
    },
    onRemarks: (acts) => {
      remarks = acts
      return () => {
        if (remarks === acts) remarks = undefined
      }
    },
    close: () => {
      stopMending()
      stopPlace()
      stopWatching()
      editor.destroy()
      carets.stop()
    },
  }
}

function suggestingOptions({ me, mode, refuse }: SuggestingDesk) {
  return {
    me,
    isSuggesting: () => mode.isSuggesting(),
    onRefused: refuse,
    onSwitch: () => {
      if (mode.canChoose()) mode.choose(!mode.isSuggesting())
    },
  }
}

/** Keeps what is being written clear of what sticks to the top: as much as the page itself keeps clear, and `above` more. */
function clearOfStuck(above: number, bottom: number) {
  return {
    get top() {
      return (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0) + above
    },
    bottom,
    left: 0,
    right: 0,
  }
}

const GapCursor = Extension.create({ name: 'gapCursor', addProseMirrorPlugins: () => [gapCursor()] })

/** Lets the others know in which clause one writes. */
function sharePlace(session: AgreementSession, editor: Editor): () => void {
  let shown: string | undefined
  const show = () => {
    const clause = editor.isFocused ? currentClause(editor.state)?.id : undefined
    if (clause === shown) return
    shown = clause
    session.showPlace(clause === undefined ? undefined : { clause })
  }
  editor.on('selectionUpdate', show)
  editor.on('focus', show)
  editor.on('blur', show)
  return () => session.showPlace(undefined)
}
