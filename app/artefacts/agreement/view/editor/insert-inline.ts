import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { BulletList, Inline } from '../../model/content'
import { partyList, partyOf } from '../../model/parties'
import type { KnownOrganisation } from '../../model/findings'
import { atSign } from './calls'

/** What the windows of the page put into the text, at the caret. */
export interface Inserts {
  put(inline: Inline): void
  /** In the place of the @ that asked for it, where there is one. */
  putParty(organisation: KnownOrganisation): void
  putPartyList(organisations: readonly KnownOrganisation[]): void
  /** The words of the footnote that is selected; undefined where none is. */
  footnote(): string | undefined
  /** Changes the footnote that is selected, or puts a new one behind the caret. */
  writeFootnote(words: string): void
  /** Takes the selected footnote away. */
  removeFootnote(): void
  /** Makes the selected words, or the word at the caret, a defined term, or plain words again. */
  toggleTerm(): void
}

export function createInserts(editor: Editor): Inserts {
  const put = (inline: Inline | BulletList) => void editor.chain().focus().insertContent(inline).run()
  return {
    put,
    putParty: (organisation) => {
      const sign = atSign(editor.state)
      if (sign) editor.chain().focus().insertContentAt(sign, partyOf(organisation)).run()
      else put(partyOf(organisation))
    },
    putPartyList: (organisations) => put(partyList(organisations)),
    footnote: () => selectedFootnote(editor),
    writeFootnote: (words) => {
      if (selectedFootnote(editor) !== undefined) editor.chain().focus().updateAttributes('footnote', { words }).run()
      else {
        // A footnote stands behind the words that it is about, and takes none of them away.
        const behind = editor.state.selection.to
        editor.chain().focus().insertContentAt(behind, { type: 'footnote', attrs: { words } }).run()
      }
    },
    removeFootnote: () => {
      if (selectedFootnote(editor) !== undefined) editor.chain().focus().deleteSelection().run()
    },
    toggleTerm: () => toggleTerm(editor),
  }
}

function selectedFootnote({ state: { selection } }: Editor): string | undefined {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return undefined
  return String(selection.node.attrs['words'])
}

function toggleTerm(editor: Editor): void {
  if (editor.isActive('definedTerm')) {
    editor.chain().focus().extendMarkRange('definedTerm').unsetMark('definedTerm').run()
    return
  }
  const range = editor.state.selection.empty ? wordAtCaret(editor) : editor.state.selection
  if (range) editor.chain().focus().setTextSelection(range).setMark('definedTerm').run()
}

function wordAtCaret({ state }: Editor): { from: number; to: number } | undefined {
  const { $from } = state.selection
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc')
  const letters = /[\p{L}\p{N}\p{M}-]*/u
  const before = /[\p{L}\p{N}\p{M}-]*$/u.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0
  const behind = letters.exec(text.slice($from.parentOffset))?.[0].length ?? 0
  if (before + behind === 0) return undefined
  return { from: $from.pos - before, to: $from.pos + behind }
}
