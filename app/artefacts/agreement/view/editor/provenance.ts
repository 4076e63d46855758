import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { looks } from '../looks'
import { originAddress } from '../origin-address'
import { changesWordsOnly } from './words-only'

/** What stands below the title of a clause that a workshop brought, in the person's language. */
export interface ProvenanceWords {
  proposed: string
  confirm: string
  origin: string
}

interface ProvenanceOptions {
  words: ProvenanceWords
  onConfirm(clause: string): void
}

const key = new PluginKey<DecorationSet>('clauseProvenance')

/** Says below a clause's title that it is proposed, with the button that confirms it, and leads to where it came from. */
export const Provenance = Extension.create<ProvenanceOptions>({
  name: 'provenance',
  addOptions: () => ({ words: { proposed: '', confirm: '', origin: '' }, onConfirm: () => undefined }),
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, state) => marksOf(state.doc, options),
          apply: (transaction, present, _, { doc }) => {
            if (!transaction.docChanged) return present
            return changesWordsOnly(transaction) ? present.map(transaction.mapping, doc) : marksOf(doc, options)
          },
        },
        props: { decorations: (state) => key.getState(state) ?? null },
      }),
    ]
  },
})

function marksOf(doc: DocumentNode, options: ProvenanceOptions): DecorationSet {
  const marks: Decoration[] = []
  doc.descendants((node, position) => {
    if (node.type.name !== 'clause') return node.type.name === 'doc'
    const { id, origin, state }: Record<string, unknown> = node.attrs
    const title = node.firstChild
    if (title?.type.name === 'clauseTitle' && (typeof origin === 'string' || state === 'proposed')) {
      const clause = { id: String(id), origin: typeof origin === 'string' ? origin : '', proposed: state === 'proposed' }
      const below = position + 1 + title.nodeSize
      marks.push(
        Decoration.widget(below, () => markElement(clause, options), {
          key: JSON.stringify(clause),
          side: -1,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      )
    }
    return true
  })
  return DecorationSet.create(doc, marks)
}

interface MarkedClause {
  id: string
  /** Empty for none. */
  origin: string
  proposed: boolean
}

function markElement({ id, origin, proposed }: MarkedClause, { words, onConfirm }: ProvenanceOptions): HTMLElement {
  const line = element('div', looks.provenance)
  line.contentEditable = 'false'
  if (proposed) {
    line.append(element('span', looks.proposed, words.proposed))
    const button = element('button', looks.confirm, words.confirm)
    button.type = 'button'
    button.addEventListener('click', () => onConfirm(id))
    line.append(button)
  }
  if (origin) {
    const link = element('a', looks.link, words.origin)
    link.href = originAddress(origin)
    line.append(link)
  }
  return line
}

function element<Name extends 'div' | 'span' | 'a' | 'button'>(name: Name, look: string, words = '') {
  const made = document.createElement(name)
  made.className = look
  made.textContent = words
  return made
}
