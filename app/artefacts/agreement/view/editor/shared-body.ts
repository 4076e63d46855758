import { Collaboration } from '@tiptap/extension-collaboration'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { defaultDeleteFilter, yCursorPlugin, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { quickly } from '../../../../document/text-binding/quick-binding'
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
  /** What the carets are drawn from; see `calm-carets.ts`. */
  awareness: LiveAgreement['awareness']
  /** Who a client is, as the server says. */
  personOf(clientId: number): CaretPerson | undefined
}

/** Binds the editor to the shared body, with the session's own undo and the carets of others. */
export function sharedBody({ body, live, awareness, personOf }: SharedBodyOptions) {
  return Collaboration.extend({
    addProseMirrorPlugins() {
      const bound = this.parent?.() ?? []
      return [
        ...bound.map((plugin) => (plugin.spec.key === yUndoPluginKey ? ownUndo(live.undoManager) : quickly(plugin))),
        yCursorPlugin(awareness, {
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
export function ownUndo(undoManager: LiveAgreement['undoManager']): Plugin {
  return new Plugin({
    key: yUndoPluginKey,
    state: { init: () => ({ undoManager }), apply: (_transaction, value) => value },
    appendTransaction: (transactions, before, after) =>
      transactions.some(isUndo) ? caretToChange(before.doc, after) : null,
    view: () => {
      const deleteFilter = undoManager.deleteFilter
      undoManager.deleteFilter = (item) => defaultDeleteFilter(item, kept)
      const stopTracking = trackTyping(undoManager)
      return {
        destroy: () => {
          stopTracking()
          undoManager.deleteFilter = deleteFilter
        },
      }
    },
  })
}

/** Editors that are open on one document at once share its undo: the last to go ends the tracking of what is typed. */
const openEditors = new WeakMap<LiveAgreement['undoManager'], number>()

function trackTyping(undoManager: LiveAgreement['undoManager']): () => void {
  const count = (change: number) => {
    const open = (openEditors.get(undoManager) ?? 0) + change
    openEditors.set(undoManager, open)
    return open
  }
  if (count(1) === 1) undoManager.addTrackedOrigin(ySyncPluginKey)
  return () => {
    if (count(-1) === 0) undoManager.removeTrackedOrigin(ySyncPluginKey)
  }
}

function isUndo(transaction: Transaction): boolean {
  const change = transaction.getMeta(ySyncPluginKey) as { isUndoRedoOperation?: boolean } | undefined
  return change?.isUndoRedoOperation === true
}

/** Puts the caret to what an undo or redo changed, so that it is seen. */
function caretToChange(before: DocumentNode, after: EditorState): Transaction | null {
  const start = before.content.findDiffStart(after.doc.content)
  const end = before.content.findDiffEnd(after.doc.content)
  if (start === null || end === null) return null
  const place = after.doc.resolve(Math.max(start, end.b))
  return after.tr.setSelection(TextSelection.near(place, -1)).scrollIntoView()
}
