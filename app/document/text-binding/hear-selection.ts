import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

// A browser tells of a moved caret in a task of its own. Where the page is busy, keys that follow each other quickly and what
// others write overtake it: Delete took what had been selected a moment before, and a selection fell back by a word.

/** Makes the editor know now where caret and selection are on the page. Answers whether that was news to it. */
export function hearSelection(view: EditorView): boolean {
  // What an input method composes is not read until it is written.
  if (view.composing) return false
  const known = view.state.selection
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return !view.state.selection.eq(known)
}

/** Every key acts on what is selected when it is pressed. */
export const HeardSelection = Extension.create({
  name: 'heardSelection',
  // Before whatever acts on keys.
  priority: 1_100,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view) => {
            hearSelection(view)
            return false
          },
        },
      },
    }),
  ],
})
