import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { differences } from './differences'
import { hearSelection } from './hear-selection'
import { keepSelection } from './keep-selection'
import { adoptNodes, forgetChanged, readNodes } from './shared-nodes'

// By itself the binding makes the whole document anew at each edit of another person, and puts it in place of all that was
// there. Here the editor is shown only what has changed: docs/decisions/typing-in-a-long-agreement.md.

/** How often at most the line that one writes in is brought back into sight, where others' words push it out (ms). */
const betweenScrolls = 250

/** The binding's plugin, showing what others change as small changes. Other plugins stay as they are. */
export function quickly(plugin: Plugin): Plugin {
  const { key, state } = plugin.spec
  if (key !== ySyncPluginKey || !state) return plugin
  const { init } = state
  state.init = function (...given) {
    const made = init.apply(this, given) as { binding: ProsemirrorBinding }
    showOnlyWhatChanged(made.binding)
    return made
  }
  return plugin
}

function showOnlyWhatChanged(binding: ProsemirrorBinding): void {
  const showWhole = (...heard: Parameters<typeof binding._typeChanged>) => binding._typeChanged(...heard)
  const sight = createSight(binding)
  /** Something changed while the binding was writing itself: what it knows of the text may be out of date. */
  let isBehind = false

  const show = (view: EditorView, transaction: Y.Transaction): boolean => {
    if (isBehind) binding.mapping.clear()
    else forgetChanged(binding.mapping, transaction)
    isBehind = false
    // The places that the binding took down before the change are of what was selected before.
    const known = hearSelection(view) ? null : binding.beforeTransactionSelection
    const shown = changeOf(binding, view.state, known)
    if (!shown) return false
    shown.setMeta('addToHistory', false)
    shown.setMeta(ySyncPluginKey, {
      isChangeOrigin: true,
      isUndoRedoOperation: transaction.origin instanceof Y.UndoManager,
    })
    adoptNodes(binding.type, shown.doc, binding.mapping)
    view.dispatch(sight.kept(shown))
    return true
  }

  binding._observeFunction = (...heard: Parameters<typeof binding._typeChanged>) => {
    const view = binding.prosemirrorView as EditorView | null
    const [, transaction] = heard
    if (!view) return
    let isShown = true
    binding.mux(
      () => {
        isShown = show(view, transaction)
      },
      () => {
        isBehind ||= transaction.origin !== ySyncPluginKey
      },
    )
    if (!isShown) showWhole(...heard)
  }
}

/** What makes the editor say what the shared text says; undefined where that needs the binding's own way. */
function changeOf(
  binding: ProsemirrorBinding,
  before: EditorState,
  known: ProsemirrorBinding['beforeTransactionSelection'] | null,
): Transaction | undefined {
  const nodes = readNodes(binding.type, before.schema, binding.mapping)
  const content = nodes && Fragment.fromArray(nodes)
  if (!content || !before.schema.topNodeType.validContent(content)) return undefined
  const change = before.tr
  // From the end to the beginning, so that each place is as it was.
  for (const { from, to, content: made } of differences(before.doc.content, content).reverse()) {
    change.replace(from, to, new Slice(made, 0, 0))
  }
  keepSelection(change, before, (end) => (known === null ? null : placeNow(binding, known[end])))
  return change
}

function placeNow(binding: ProsemirrorBinding, place: unknown): number | null {
  if (!(place instanceof Y.RelativePosition)) return null
  return relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping)
}

/** Keeps the line that one writes in where it is seen: where it was in sight, and something has changed above it. */
function createSight(binding: ProsemirrorBinding) {
  let last = -Infinity
  return {
    kept(change: Transaction): Transaction {
      const now = performance.now()
      if (now - last < betweenScrolls || !isAboveCaret(change) || !binding._isLocalCursorInView()) return change
      last = now
      return change.scrollIntoView()
    },
  }
}

function isAboveCaret({ mapping, selection }: Transaction): boolean {
  let found = false
  for (const map of mapping.maps) {
    map.forEach((_oldStart, _oldEnd, newStart) => {
      found ||= newStart < selection.head
    })
  }
  return found
}
