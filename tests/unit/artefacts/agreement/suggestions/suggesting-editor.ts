import { Editor } from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Agreement } from '../../../../../app/artefacts/agreement/model/content'
import { mendAgreement } from '../../../../../app/artefacts/agreement/model/mend'
import type { SuggestedBy } from '../../../../../app/artefacts/agreement/model/suggestion'
import { atomNodes } from '../../../../../app/artefacts/agreement/view/editor/atoms'
import { ClauseForm } from '../../../../../app/artefacts/agreement/view/editor/clause-form'
import { marks } from '../../../../../app/artefacts/agreement/view/editor/marks'
import { textNodes } from '../../../../../app/artefacts/agreement/view/editor/nodes'
import { Numbering } from '../../../../../app/artefacts/agreement/view/editor/numbering'
import { ClauseReference } from '../../../../../app/artefacts/agreement/view/editor/references'
import { asSuggestion } from '../../../../../app/artefacts/agreement/view/editor/suggesting/as-suggestion'
import { keepOwnWords } from '../../../../../app/artefacts/agreement/view/editor/suggesting/own-words'
import type { Refusal } from '../../../../../app/artefacts/agreement/view/editor/suggesting/work'
import { isRefusedWhole } from '../../../../../app/artefacts/agreement/view/editor/suggesting/suggesting'
import { tableNodes } from '../../../../../app/artefacts/agreement/view/editor/tables'

let acts = 0

export const person = (author = 'user:one', name = 'Kunnan edustaja', organisation = 'Kunta') => (): SuggestedBy => {
  acts += 1
  return { id: `act-${acts}`, author, name, organisation, at: acts }
}

/** An editor in which one suggests, without a page to stand on. */
export function suggestingEditor(content: Agreement, by = person()) {
  const { schema, extensionManager } = new Editor({
    element: null,
    enableCoreExtensions: false,
    extensions: [...textNodes, ...tableNodes, ClauseReference, ...atomNodes, ...marks, Numbering, ClauseForm],
    content: { type: 'doc', content: content.clauses },
  })
  let state = EditorState.create({
    doc: schema.nodeFromJSON({ type: 'doc', content: content.clauses }),
    plugins: extensionManager.plugins,
  })
  let refused: Refusal[] = []
  const find = (words: string): number => {
    let found = -1
    state.doc.descendants((node, position) => {
      const at = node.isTextblock ? node.textContent.indexOf(words) : -1
      if (at >= 0 && found < 0) found = position + 1 + at
    })
    if (found < 0) throw new Error(`Nothing says "${words}"`)
    return found
  }
  return {
    schema,
    find,
    state: () => state,
    select: (from: number, to = from) => {
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    },
    /** As one who only suggests. */
    suggest: (transaction: Transaction, who = by) => {
      const suggested = asSuggestion(transaction, state, who())
      refused = [...suggested.refusals]
      if (!isRefusedWhole(suggested.refusals)) state = state.apply(suggested.transaction)
    },
    /** As one who writes. */
    write: (transaction: Transaction, who = person('user:writer')) => {
      keepOwnWords(transaction, who())
      state = state.apply(transaction)
    },
    refused: () => refused,
    held: () => mendAgreement((state.doc.toJSON() as { content?: unknown }).content),
  }
}

/** A block as a node of an editor. */
export const editorNode = (block: unknown) => ({ schema }: ReturnType<typeof suggestingEditor>) => schema.nodeFromJSON(block)

export const listItemOf = ({ schema }: ReturnType<typeof suggestingEditor>) => schema.nodes['listItem'] as NodeType
