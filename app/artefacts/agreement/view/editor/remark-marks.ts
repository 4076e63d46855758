import { Extension, type Editor } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { hearSelection } from '../../../../document/text-binding/hear-selection'
import type { Span } from '../../../../remarks/model/anchor'
import type { Layer } from '../../../../remarks/model/thread-list'
import { clausesOf, rangesOf } from './clause-spans'
import { looks } from '../looks'
import { isFromOthers } from './shared-body'
import { changesWordsOnly } from './words-only'

/** A commented passage, in the text of its clause. */
export interface MarkedPassage {
  thread: string
  layer: Layer
  clause: string
  span: Span
}

/** What is shown of comments in the text. */
export interface RemarkMarks {
  passages: readonly MarkedPassage[]
  /** Clauses with open comments, with what their button says. */
  counts: ReadonlyMap<string, { count: number; words: string }>
  /** The thread that is chosen in the panel. */
  chosen: string | undefined
}

interface MarksState {
  marks: RemarkMarks
  decorations: DecorationSet
}

interface RemarkMarksOptions {
  onPassage(thread: string): void
  onClause(clause: string): void
  /** The key for a new comment was pressed. */
  onComment(): void
}

const key = new PluginKey<MarksState>('remarkMarks')
const none: RemarkMarks = { passages: [], counts: new Map(), chosen: undefined }

/** Shows which passages and clauses have comments. Nothing of it is in the agreement itself. */
export const RemarkMarks = Extension.create<RemarkMarksOptions>({
  name: 'remarkMarks',
  addOptions: () => ({ onPassage: () => undefined, onClause: () => undefined, onComment: () => undefined }),
  addKeyboardShortcuts() {
    const comment = () => {
      this.options.onComment()
      return true
    }
    return { 'Mod-Alt-m': comment, 'Mod-Alt-M': comment }
  },
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<MarksState>({
        key,
        state: {
          init: () => ({ marks: none, decorations: DecorationSet.empty }),
          apply: (transaction, present, _, { doc }) => {
            const given = transaction.getMeta(key) as RemarkMarks | undefined
            if (given) return { marks: given, decorations: draw(doc, given, options) }
            if (!transaction.docChanged) return present
            const { marks } = present
            // Where others have rearranged the text, passages may stand in blocks that were written anew.
            if (isFromOthers(transaction) && !changesWordsOnly(transaction)) return { marks, decorations: draw(doc, marks, options) }
            return { marks, decorations: present.decorations.map(transaction.mapping, doc) }
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.decorations ?? null,
          handleClick: (_view, _position, { target }) => {
            const marked = target instanceof Element ? target.closest<HTMLElement>('[data-remark]') : null
            const thread = marked?.dataset['remark']
            if (thread !== undefined) options.onPassage(thread)
            return false
          },
        },
      }),
    ]
  },
})

/** Shows other marks. Nothing is dispatched where they are the same. */
export function showRemarks({ view }: Editor, marks: RemarkMarks): void {
  if (key.getState(view.state)?.marks === marks) return
  hearSelection(view)
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}

/** The commented passage that a position is in: the shortest of several. */
export function passageAt(state: EditorState, position: number): string | undefined {
  const found = key.getState(state)?.decorations.find(position, position, ({ thread }) => thread !== undefined) ?? []
  const shortest = [...found].sort((one, other) => one.to - one.from - (other.to - other.from))[0]
  const spec = shortest?.spec as { thread?: string } | undefined
  return spec?.thread
}

/** Selects a passage and brings it into sight; answers false where it is not there. */
export function goToPassage({ state, view }: Editor, thread: string): boolean {
  const ranges = key.getState(state)?.decorations.find(undefined, undefined, (spec) => spec['thread'] === thread) ?? []
  const from = Math.min(...ranges.map((range) => range.from))
  const to = Math.max(...ranges.map((range) => range.to))
  if (ranges.length === 0) return false
  view.focus()
  view.dispatch(
    state.tr.setSelection(TextSelection.create(state.doc, from, to)).setMeta('addToHistory', false).scrollIntoView(),
  )
  return true
}

function draw(doc: DocumentNode, { passages, counts, chosen }: RemarkMarks, options: RemarkMarksOptions): DecorationSet {
  if (passages.length === 0 && counts.size === 0) return DecorationSet.empty
  const byClause = new Map<string, MarkedPassage[]>()
  for (const passage of passages) byClause.set(passage.clause, [...(byClause.get(passage.clause) ?? []), passage])
  const decorations: Decoration[] = []
  for (const { id, node, start } of clausesOf(doc)) {
    for (const passage of byClause.get(id) ?? []) decorations.push(...passageMarks(passage, node, start, chosen))
    const count = counts.get(id)
    const title = node.firstChild
    if (count && title?.type.name === 'clauseTitle') {
      decorations.push(countMark(start + 1 + title.nodeSize, id, count, options))
    }
  }
  return DecorationSet.create(doc, decorations)
}

function passageMarks({ thread, layer, span }: MarkedPassage, node: DocumentNode, start: number, chosen: string | undefined) {
  const attributes = {
    nodeName: 'mark',
    class: `${looks.remark[layer]} ${thread === chosen ? looks.remark.chosen : ''}`,
    'data-remark': thread,
  }
  return rangesOf(node, start, span).map(({ from, to }) => Decoration.inline(from, to, attributes, { thread }))
}

function countMark(position: number, clause: string, { count, words }: { count: number; words: string }, options: RemarkMarksOptions) {
  const make = () => {
    const line = document.createElement('div')
    line.className = looks.remark.countLine
    line.contentEditable = 'false'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = looks.remark.count
    button.textContent = String(count)
    button.setAttribute('aria-label', words)
    button.title = words
    button.addEventListener('click', () => options.onClause(clause))
    line.append(button)
    return line
  }
  return Decoration.widget(position, make, {
    key: `remarks ${clause} ${words}`,
    side: -2,
    ignoreSelection: true,
    stopEvent: () => true,
  })
}
