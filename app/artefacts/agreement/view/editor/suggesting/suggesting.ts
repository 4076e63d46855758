import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Suggester } from '../../../../suggesting'
import { newSuggestion } from '../../suggesting/suggesting-desk'
import { isFromOthers } from '../shared-body'
import { asSuggestion } from './as-suggestion'
import { keepOwnWords } from './own-words'
import { asPlain } from './put-in'
import type { Refusal } from './work'

interface SuggestingOptions {
  me: Suggester
  isSuggesting(): boolean
  onRefused(refusals: ReadonlySet<Refusal>): void
  /** The key with which one goes over to suggesting, and back. */
  onSwitch(): void
}

/** Nothing of the edit is done: half of it would not be what somebody wanted. */
export function isRefusedWhole(refusals: ReadonlySet<Refusal>): boolean {
  return refusals.has('structure') || refusals.has('split')
}

/** While somebody suggests, every edit of theirs becomes marks before it is done. What others do comes in as it is. */
export const Suggesting = Extension.create<SuggestingOptions>({
  name: 'suggesting',
  addOptions: () => ({
    me: { key: '', name: '', organisation: '' },
    isSuggesting: () => false,
    onRefused: () => undefined,
    onSwitch: () => undefined,
  }),

  addKeyboardShortcuts() {
    return {
      'Alt-Shift-e': () => {
        this.options.onSwitch()
        return true
      },
    }
  },

  dispatchTransaction({ transaction, next }) {
    const { me, isSuggesting, onRefused } = this.options
    if (!transaction.docChanged || isFromOthers(transaction)) return next(transaction)
    if (!isSuggesting()) {
      keepOwnWords(transaction, newSuggestion(me))
      return next(transaction)
    }
    const { state } = this.editor
    const suggested = asSuggestion(transaction, state, newSuggestion(me))
    // What is suggested next ends what was said of the one before.
    onRefused(suggested.refusals)
    // The page is drawn anew all the same: the browser may have changed it already.
    next(isRefusedWhole(suggested.refusals) ? state.tr : suggested.transaction)
  },

  addProseMirrorPlugins() {
    const { isSuggesting } = this.options
    return [
      new Plugin({
        props: {
          transformPasted: (slice) => new Slice(asPlain(slice.content), slice.openStart, slice.openEnd),
          handleDOMEvents: {
            // Words that are written over stay in the text: they are marked before the browser puts others in their place.
            compositionstart: (view) => {
              if (isSuggesting() && !view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
              return false
            },
          },
        },
      }),
    ]
  },
})
