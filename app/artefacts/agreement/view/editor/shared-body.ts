import { Collaboration } from '@tiptap/extension-collaboration'
import { Plugin, TextSelection, type EditorState, type PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  defaultDeleteFilter,
  getRelativeSelection,
  relativePositionToAbsolutePosition,
  yCursorPlugin,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap'
import type { bodyOf } from '../../model/document'
import type { LiveAgreement } from '../agreement-session'
import { caretElement, isCaretState, selectionAttributes, type CaretPerson } from './carets'

/** Whether a change came from the shared document: from others, from an undo, from an act of the outline. */
export function isFromOthers(transaction: Transaction): boolean {
  const change = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
  return change?.isChangeOrigin === true
}

interface SharedBodyOptions {
  body: NonNullable<ReturnType<typeof bodyOf>>
  live: LiveAgreement
  /** Who a client is, as the server says. */
  personOf(clientId: number): CaretPerson | undefined
}

/** Binds the editor to the shared body, with the session's own undo and the carets of others. */
export function sharedBody({ body, live, personOf }: SharedBodyOptions) {
  return Collaboration.extend({
    addProseMirrorPlugins() {
      const bound = this.parent?.() ?? []
      return [
        ...bound.map((plugin) => (plugin.spec.key === yUndoPluginKey ? ownUndo(live.undoManager) : plugin)),
        yCursorPlugin(live.awareness, {
          awarenessStateFilter: (own: unknown, client: unknown, state: unknown) =>
            own !== client && isCaretState(state),
          cursorBuilder: (_: unknown, clientId: number) => caretElement(personOf(clientId)),
          selectionBuilder: (_: unknown, clientId: number) => selectionAttributes(personOf(clientId)),
        }) as Plugin,
      ]
    },
  }).configure({ fragment: body })
}

/** Blocks that an undo of their making leaves standing while others' words are in them. */
const kept = new Set([
  'clause',
  'clauseTitle',
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
])

/**
 * One undo for what is typed here and for what is done by the outline: the session's. The plugin that comes with the
 * binding would end the manager with the editor, and the session outlives many editors.
 */
function ownUndo(undoManager: LiveAgreement['undoManager']): Plugin<UndoState> {
  return new Plugin<UndoState>({
    key: yUndoPluginKey as PluginKey<UndoState>,
    state: {
      init: () => ({ undoManager, selection: undefined }),
      apply: (_transaction, value, before, after) => {
        const binding = bindingOf(after)
        return binding ? { undoManager, selection: getRelativeSelection(binding, before) } : value
      },
    },
    view: (view) => {
      const remember = ({ stackItem }: StackEvent) => {
        stackItem.meta.set(view, (yUndoPluginKey as PluginKey<UndoState>).getState(view.state)?.selection)
      }
      const recall = ({ stackItem }: StackEvent) => selectAgain(view, stackItem.meta.get(view))
      const deleteFilter = undoManager.deleteFilter
      undoManager.deleteFilter = (item) => defaultDeleteFilter(item, kept)
      undoManager.addTrackedOrigin(ySyncPluginKey)
      undoManager.on('stack-item-added', remember)
      undoManager.on('stack-item-popped', recall)
      return {
        destroy: () => {
          undoManager.off('stack-item-added', remember)
          undoManager.off('stack-item-popped', recall)
          undoManager.removeTrackedOrigin(ySyncPluginKey)
          undoManager.deleteFilter = deleteFilter
        },
      }
    },
  })
}

interface UndoState {
  undoManager: LiveAgreement['undoManager']
  /** Where one was before the last change. */
  selection: RelativeSelection | undefined
}

interface StackEvent {
  stackItem: { meta: Map<unknown, unknown> }
}

type Binding = Parameters<typeof getRelativeSelection>[0]
type RelativeSelection = ReturnType<typeof getRelativeSelection>

function bindingOf(state: EditorState): Binding | undefined {
  return (ySyncPluginKey.getState(state) as { binding?: Binding } | undefined)?.binding
}

/** Puts the caret back to where one was when what is undone had been done. */
function selectAgain(view: EditorView, selection: unknown): void {
  const binding = bindingOf(view.state)
  const { anchor, head } = (selection ?? {}) as Partial<RelativeSelection>
  if (!binding || !anchor || !head) return
  const [from, to] = [anchor, head].map((end) =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, end, binding.mapping),
  )
  const { doc, tr: transaction } = view.state
  if (from === null || from === undefined || to === null || to === undefined) return
  if (Math.max(from, to) > doc.content.size) return
  transaction.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to)))
  view.dispatch(transaction.scrollIntoView().setMeta('addToHistory', false))
}
