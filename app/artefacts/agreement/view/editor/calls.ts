import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, type EditorState } from '@tiptap/pm/state'

/** What is asked for from within the text, and answered by a window or a bar of the page. */
export type Call = 'party' | 'footnote' | 'find'

/**
 * The text's own ways to them: @ at the beginning of a word asks which party is meant, Enter or a click on a footnote
 * opens it, and Ctrl+F looks for words.
 */
export const Calls = Extension.create<{ onCall(call: Call): void }>({
  name: 'calls',
  // Before what Enter does to clauses.
  priority: 1200,
  addOptions: () => ({ onCall: () => undefined }),

  addKeyboardShortcuts() {
    const { editor } = this
    const { onCall } = this.options
    return {
      'Mod-f': () => {
        onCall('find')
        return true
      },
      Enter: () => {
        const { selection } = editor.state
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return false
        onCall('footnote')
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { onCall } = this.options
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) => {
            const { parent, parentOffset } = view.state.doc.resolve(from)
            const before = parent.textBetween(0, parentOffset, undefined, '\ufffc').slice(-1)
            const isInText = parent.type.name !== 'clauseTitle' && from === to
            if (text === '@' && isInText && /^[\s(]?$/u.test(before)) onCall('party')
            // The sign itself is written: whoever wants it closes the window.
            return false
          },
          handleClickOn: (view, _position, node, place, _event, isDirect) => {
            if (!isDirect || node.type.name !== 'footnote') return false
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, place)))
            onCall('footnote')
            return true
          },
        },
      }),
    ]
  },
})

/** The @ right before the caret, which asked for a party: what is put in takes its place. */
export function atSign({ selection: { from, empty }, doc }: EditorState): { from: number; to: number } | undefined {
  return empty && from > 1 && doc.textBetween(from - 1, from) === '@' ? { from: from - 1, to: from } : undefined
}
