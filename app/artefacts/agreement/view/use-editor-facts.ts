import type { Editor } from '@tiptap/core'
import { suggestionAt } from './suggesting/suggestion-at'
import { useCallback, useRef, useSyncExternalStore } from 'react'

/** What the toolbar shows about the place where one writes. */
export interface EditorFacts {
  clause: string
  /** The id of the suggestion that the caret is in; empty for none. */
  suggestion: string
  inTitle: boolean
  inTable: boolean
  bold: boolean
  italic: boolean
  link: boolean
  definedTerm: boolean
  /** The caret is on a footnote. */
  footnote: boolean
  bulletList: boolean
  orderedList: boolean
}

const nothing: EditorFacts = {
  clause: '',
  suggestion: '',
  inTitle: false,
  inTable: false,
  bold: false,
  italic: false,
  link: false,
  definedTerm: false,
  footnote: false,
  bulletList: false,
  orderedList: false,
}

export function useEditorFacts(editor: Editor | undefined): EditorFacts {
  const known = useRef(nothing)
  const subscribe = useCallback(
    (listener: () => void) => {
      editor?.on('transaction', listener)
      return () => void editor?.off('transaction', listener)
    },
    [editor],
  )
  const read = () => {
    const next = editor && !editor.isDestroyed ? factsOf(editor) : nothing
    if (JSON.stringify(next) !== JSON.stringify(known.current)) known.current = next
    return known.current
  }
  return useSyncExternalStore(subscribe, read, () => nothing)
}

function factsOf(editor: Editor): EditorFacts {
  const { $from } = editor.state.selection
  let clause = ''
  for (let depth = $from.depth; depth > 0 && clause === ''; depth -= 1) {
    if ($from.node(depth).type.name === 'clause') clause = String($from.node(depth).attrs['id'])
  }
  return {
    clause,
    suggestion: suggestionAt($from),
    inTitle: $from.parent.type.name === 'clauseTitle',
    inTable: editor.isActive('table'),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    link: editor.isActive('link'),
    definedTerm: editor.isActive('definedTerm'),
    footnote: editor.isActive('footnote'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
  }
}
