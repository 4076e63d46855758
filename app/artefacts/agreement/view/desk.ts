import type { OpenEditor } from './editor/create-editor'

/** Where the acts of outline, toolbar and keys find the editor, which comes later than they do and may go again. */
export interface Desk {
  take(open: OpenEditor): void
  leave(): void
  /** Does something that rearranges the text, and keeps the caret in the words where it was. */
  keepCaret(act: () => boolean): boolean
  /** Puts the caret into a clause's title: at once, or when there is an editor. */
  write(id: string): void
}

export function createDesk(): Desk {
  let open: OpenEditor | undefined
  let wanted: string | undefined
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
  }
}
