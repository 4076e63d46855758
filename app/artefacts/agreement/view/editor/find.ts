import { Extension, type Editor } from '@tiptap/core'
import type { Mark, MarkType, Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { looks } from '../looks'
import { eachApart } from './suggesting/as-suggestion'
import { bringIntoSight } from './text-place'

export interface Query {
  words: string
  matchCase: boolean
  wholeWords: boolean
}

export interface Match {
  from: number
  to: number
}

interface Search {
  query: Query | undefined
  matches: readonly Match[]
  /** Index of the match that one is at; -1 where there is none. */
  current: number
  decorations: DecorationSet
}

const nothing: Search = { query: undefined, matches: [], current: -1, decorations: DecorationSet.empty }

type Wish = { query: Query | undefined } | { current: number }

const key = new PluginKey<Search>('find')

/** Marks what is looked for, in titles, text and tables. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Search>({
      key,
      state: {
        init: () => nothing,
        apply: (transaction, present, _, state) => searched(transaction, present, state),
      },
      props: { decorations: (state) => key.getState(state)?.decorations ?? null },
    }),
  ],
})

function searched(transaction: Transaction, present: Search, { doc, selection }: EditorState): Search {
  const wish = transaction.getMeta(key) as Wish | undefined
  if (wish && 'current' in wish) return marked(doc, { ...present, current: wish.current })
  const query = wish ? wish.query : present.query
  if (!query || query.words === '') return nothing
  if (!wish && !transaction.docChanged) return present
  const matches = findMatches(doc, query)
  // One stays at the match where one was; a new search begins at the caret.
  const was = present.matches[present.current]
  const from = wish || !was ? selection.from : transaction.mapping.map(was.from)
  const next = matches.findIndex((match) => match.from >= from)
  return marked(doc, { query, matches, current: matches.length === 0 ? -1 : Math.max(0, next) })
}

function marked(doc: DocumentNode, search: Omit<Search, 'decorations'>): Search {
  const decorations = search.matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === search.current ? looks.foundHere : looks.found }),
  )
  return { ...search, decorations: DecorationSet.create(doc, decorations) }
}

/** Every place of the words, in reading order. What is no text is never part of a match, nor is the end of a line. */
export function findMatches(doc: DocumentNode, query: Query): Match[] {
  const pattern = patternOf(query)
  const matches: Match[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const { index, 0: words } of text.matchAll(pattern)) {
      if (words !== '') matches.push({ from: position + 1 + index, to: position + 1 + index + words.length })
    }
    return false
  })
  return matches
}

function patternOf({ words, matchCase, wholeWords }: Query): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+')
  const bounded = wholeWords ? `(?<![\\p{L}\\p{N}\\p{M}_])${escaped}(?![\\p{L}\\p{N}\\p{M}_])` : escaped
  return new RegExp(bounded, matchCase ? 'gu' : 'giu')
}

/** What the bar of find and replace shows and does. */
export interface Finder {
  search(query: Query | undefined): void
  /** How many there are, and at which of them one is, from one on; 0 where there is none. */
  standing(): { count: number; at: number }
  step(direction: 1 | -1): void
  /** Replaces the match that one is at, and goes on to the next. */
  replace(words: string): boolean
  /** Replaces all of them at once. Answers how many. */
  replaceAll(words: string): number
  /** Selects the match that one is at, and writes on there. */
  toText(): void
}

/** Words that somebody wants out already are found, and left as they are. */
export function createFinder(editor: Editor, isSuggesting: () => boolean): Finder {
  const search = () => key.getState(editor.state) ?? nothing
  const wish = (one: Wish) => editor.view.dispatch(editor.state.tr.setMeta(key, one).setMeta('addToHistory', false))
  const replacing = (...about: Parameters<typeof replaceMatches>) => (isSuggesting() ? replaceWhole(...about) : replaceMatches(...about))
  const show = () => {
    const { matches, current } = search()
    const match = matches[current]
    if (match) bringIntoSight(editor, match.from)
  }
  return {
    search: (query) => {
      wish({ query })
      show()
    },
    standing: () => {
      const { matches, current } = search()
      return { count: matches.length, at: current + 1 }
    },
    step: (direction) => {
      const { matches, current } = search()
      if (matches.length === 0) return
      wish({ current: (current + direction + matches.length) % matches.length })
      show()
    },
    replace: (words) => {
      const { matches, current } = search()
      const match = matches[current]
      if (!match) return false
      if (isToGo(editor.state.doc, match)) {
        if (matches.length > 1) wish({ current: (current + 1) % matches.length })
        show()
        return false
      }
      const transaction = replacing(editor.state, [match], words)
      // What was written there is passed, though it may say the same again.
      const behind = transaction.mapping.map(match.to)
      editor.view.dispatch(transaction)
      const next = search().matches.findIndex(({ from }) => from >= behind)
      if (search().matches.length > 0) wish({ current: Math.max(0, next) })
      show()
      return true
    },
    replaceAll: (words) => {
      const { doc } = editor.state
      const matches = search().matches.filter((match) => !isToGo(doc, match))
      if (matches.length > 0) editor.view.dispatch(replacing(editor.state, matches, words))
      return matches.length
    },
    toText: () => {
      const { matches, current } = search()
      const match = matches[current]
      editor.view.focus()
      if (!match) return
      const selection = TextSelection.create(editor.state.doc, match.from, match.to)
      editor.view.dispatch(editor.state.tr.setSelection(selection))
    },
  }
}

/** Only what differs is written anew: letters that stay keep their marks, and new ones take those of where they stand. */
export function replaceMatches(state: EditorState, matches: readonly Match[], words: string): Transaction {
  const transaction = state.tr
  for (const { from, to } of [...matches].reverse()) {
    const before = state.doc.textBetween(from, to)
    const start = sharedStart(before, words)
    const end = sharedStart(reversed(before.slice(start)), reversed(words.slice(start)))
    const written = words.slice(start, words.length - end)
    if (written === '') transaction.delete(from + start, to - end)
    else {
      const marks = marksOfWritten(state.doc, from + start, to - end)
      transaction.replaceWith(from + start, to - end, state.schema.text(written, marks))
    }
  }
  return transaction
}

/** As suggestions: each by itself, and in whole words, for whoever reads and decides on them. */
export function replaceWhole(state: EditorState, matches: readonly Match[], words: string): Transaction {
  const transaction = state.tr
  for (const { from, to } of [...matches].reverse()) {
    if (words === '') transaction.delete(from, to)
    else transaction.replaceWith(from, to, state.schema.text(words, marksOfWritten(state.doc, from, to)))
  }
  return transaction.setMeta(eachApart, true)
}

/** Whether a part of it is suggested to be taken out. */
export function isToGo(doc: DocumentNode, { from, to }: Match): boolean {
  return doc.rangeHasMark(from, to, doc.type.schema.marks['deletion'] as MarkType)
}

/** Of the first letter that gives way; where none does, of the letter before. */
function marksOfWritten(doc: DocumentNode, from: number, to: number): readonly Mark[] {
  const { nodeBefore, nodeAfter } = doc.resolve(from)
  const beside = to > from ? nodeAfter : (nodeBefore ?? nodeAfter)
  return beside?.marks ?? []
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  // Never between the halves of a character outside the basic plane.
  const last = one.charCodeAt(length - 1)
  return length > 0 && last >= 0xd800 && last <= 0xdfff ? length - 1 : length
}

const reversed = (text: string): string => text.split('').reverse().join('')
