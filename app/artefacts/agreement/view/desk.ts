import type { FocusEvent } from 'react'
import type { OpenEditor } from './editor/create-editor'

/** Where the acts of outline, toolbar and keys find the editor, which comes later than they do and may go again. */
export interface Desk {
  take(open: OpenEditor): void
  leave(): void
  /** Does something that rearranges the text, and keeps the caret in the words where it was. */
  keepCaret(act: () => boolean): boolean
  /** Puts the caret into a clause's title: at once, or when there is an editor. */
  write(id: string): void
  /** What is chosen in a menu or a window goes on in the text, though a closing menu gives the focus back to its button. */
  returnToText(): void
  /** To be told of every focus in the view; takes it on to the text where that was asked for just before. */
  onFocus(event: FocusEvent): void
}

export function createDesk(): Desk {
  let open: OpenEditor | undefined
  let wanted: string | undefined
  let returns = false
  return {
    take: (taken) => {
      open = taken
      if (wanted !== undefined) taken.writeTitle(wanted)
      wanted = undefined
    },
    leave: () => {
      open = undefined
    },
    keepCaret: (act) => (open ? open.keepCaret(act) : act()),
    write: (id) => {
      if (open) open.writeTitle(id)
      else wanted = id
    },
    returnToText: () => {
      returns = true
      // Unless the person does something else first.
      const stay = () => {
        returns = false
      }
      for (const input of ['keydown', 'pointerdown']) {
        document.addEventListener(input, stay, { capture: true, once: true })
      }
    },
    onFocus: ({ currentTarget, target }) => {
      // A menu is elsewhere in the page, and holds the focus until it is closed.
      const isOnWay = currentTarget.contains(target) && !open?.editor.view.dom.contains(target)
      if (!returns || !isOnWay) return
      returns = false
      open?.editor.view.focus()
    },
  }
}
