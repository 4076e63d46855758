import { Extension, type Editor } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import { newId } from '../../../../lib/id'
import type { ClauseActs } from '../clause-acts'
import { currentClause } from './numbering'

interface TypingOptions {
  acts: ClauseActs | undefined
  /** Moves the focus to the toolbar. */
  toToolbar(): void
}

/** What Enter, Tab and the other keys do to clauses. */
export const Typing = Extension.create<TypingOptions>({
  name: 'typing',
  // Before the keys of lists and tables.
  priority: 1100,
  addOptions: () => ({ acts: undefined, toToolbar: () => undefined }),

  addKeyboardShortcuts() {
    const { editor } = this
    const { acts, toToolbar } = this.options
    const onCurrent = (act: (id: string) => unknown) => () => {
      const clause = currentClause(editor.state)
      if (clause) act(clause.id)
      return clause !== undefined
    }
    const inTitle = (act: (id: string) => unknown) => () =>
      editor.state.selection.$from.parent.type.name === 'clauseTitle' && onCurrent(act)()
    return {
      Enter: () => enterInTitle(editor, acts) || enterInEmptyParagraph(editor),
      Backspace: () => backspaceInTitle(editor, acts),
      Delete: () => stopsBeforeClause(editor),
      Tab: () => inTitle((id) => acts?.indent(id))() || staysInList(editor, 'sinkListItem'),
      'Shift-Tab': () => inTitle((id) => acts?.outdent(id))(),
      'Mod-Enter': onCurrent((id) => acts?.addAfter(id)),
      'Mod-Shift-Enter': onCurrent((id) => acts?.addWithin(id)),
      'Alt-Shift-ArrowUp': onCurrent((id) => acts?.move(id, 'up')),
      'Alt-Shift-ArrowDown': onCurrent((id) => acts?.move(id, 'down')),
      'Alt-Shift-ArrowRight': onCurrent((id) => acts?.indent(id)),
      'Alt-Shift-ArrowLeft': onCurrent((id) => acts?.outdent(id)),
      'Alt-F10': () => {
        toToolbar()
        return true
      },
    }
  },

  addProseMirrorPlugins: () => [wayOut()],
})

/** After Esc, Tab leaves the editor as it leaves any field; the next other key brings the editor's own Tab back. */
function wayOut(): Plugin {
  let isOpen = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => {
          if (event.key === 'Tab' && isOpen) return true
          if (event.key !== 'Shift') isOpen = event.key === 'Escape'
          return false
        },
        blur: () => {
          isOpen = false
          return false
        },
      },
    },
  })
}

function enterInTitle(editor: Editor, acts: ClauseActs | undefined): boolean {
  const { $from, empty } = editor.state.selection
  if ($from.parent.type.name !== 'clauseTitle') return false
  if (!empty) editor.commands.deleteSelection()
  const place = editor.state.selection.$from
  const clause = currentClause(editor.state)
  if (!clause || place.parent.type.name !== 'clauseTitle') return true
  const size = place.parent.content.size
  if (size === 0 && place.node(-1).childCount === 1 && clause.level > 1)
    return acts?.outdent(clause.id) ?? true
  if (place.parentOffset === size) return intoFirstParagraph(editor, place)
  if (place.parentOffset === 0) return acts?.addBefore(clause.id) ?? true
  return splitClause(editor, place)
}

function intoFirstParagraph(editor: Editor, place: ResolvedPos): boolean {
  const { schema, tr: transaction } = editor.state
  const after = place.after()
  const next = editor.state.doc.nodeAt(after)
  const isReady = next?.type.name === 'paragraph' && next.content.size === 0
  const paragraph = schema.nodes['paragraph']
  if (!isReady && paragraph) transaction.insert(after, paragraph.create())
  transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView()
  editor.view.dispatch(transaction)
  return true
}

/** The rest of the title, with all that follows in the clause, becomes a clause of its own. */
function splitClause(editor: Editor, place: ResolvedPos): boolean {
  const { clause, clauseTitle } = editor.schema.nodes
  if (!clause || !clauseTitle) return true
  const types = [{ type: clause, attrs: { id: newId() } }, { type: clauseTitle }]
  editor.view.dispatch(editor.state.tr.split(place.pos, 2, types).scrollIntoView())
  return true
}

/** Enter on an empty last line of a clause without sub-clauses begins the next clause. */
function enterInEmptyParagraph(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0) return false
  const outer = $from.node(-1)
  if (outer.type.name !== 'clause' || $from.indexAfter(-1) !== outer.childCount) return false
  const { clause, clauseTitle } = editor.schema.nodes
  if (!clause || !clauseTitle) return false
  const transaction = editor.state.tr
  const after = $from.after(-1) - $from.parent.nodeSize
  transaction.delete($from.before(), $from.after())
  transaction.insert(after, clause.create({ id: newId() }, clauseTitle.create()))
  transaction.setSelection(TextSelection.create(transaction.doc, after + 2)).scrollIntoView()
  editor.view.dispatch(transaction)
  return true
}

/** At the start of a title: an empty clause goes, a sub-clause comes out, and nothing else happens. */
function backspaceInTitle(editor: Editor, acts: ClauseActs | undefined): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parent.type.name !== 'clauseTitle' || $from.parentOffset > 0) return false
  const clause = currentClause(editor.state)
  const node = $from.node(-1)
  const isOnly = editor.state.doc.childCount === 1 && clause?.level === 1
  if (node.childCount === 1 && $from.parent.content.size === 0 && !isOnly) {
    const transaction = editor.state.tr
    const start = $from.before(-1)
    transaction.delete(start, start + node.nodeSize)
    transaction.setSelection(Selection.near(transaction.doc.resolve(start), -1)).scrollIntoView()
    editor.view.dispatch(transaction)
  } else if (clause && clause.level > 1) acts?.outdent(clause.id)
  return true
}

/** Delete at the end of a clause's text does not pull the next clause's title up into it. */
function stopsBeforeClause(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || !$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false
  const next = Selection.findFrom(editor.state.doc.resolve($from.after()), 1, true)
  return next?.$from.parent.type.name === 'clauseTitle'
}

function staysInList(editor: Editor, command: 'sinkListItem'): boolean {
  if (!editor.isActive('listItem')) return false
  // A first item has nothing to go under; the focus stays in the text all the same.
  editor.commands[command]('listItem')
  return true
}
