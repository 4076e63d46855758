import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Translate } from '../../../kind'
import { labelOf, type AtomLabel, type AtomSurroundings, type ShownAtom } from '../atom-label'
import { changesWordsOnly } from './words-only'

interface Labels {
  around: AtomSurroundings
  decorations: DecorationSet
}

const key = new PluginKey<Labels>('atomLabels')

const alone: AtomSurroundings = { annexes: [], organisations: [] }

/** Says what parties, references to annexes and footnotes show. */
export const AtomLabels = Extension.create<{ t: Translate }>({
  name: 'atomLabels',
  addOptions: () => ({ t: (name: string) => name }),
  addProseMirrorPlugins() {
    const { t } = this.options
    const labels = (doc: DocumentNode, around: AtomSurroundings): Labels => ({
      around,
      decorations: decorationsOf(doc, around, t),
    })
    return [
      new Plugin<Labels>({
        key,
        state: {
          init: (_, state) => labels(state.doc, alone),
          apply: (transaction, present, _, state) => {
            const around = transaction.getMeta(key) as AtomSurroundings | undefined
            if (!around && !transaction.docChanged) return present
            if (!around && changesWordsOnly(transaction)) {
              return { ...present, decorations: present.decorations.map(transaction.mapping, state.doc) }
            }
            return labels(state.doc, around ?? present.around)
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations ?? null },
      }),
    ]
  },
})

/** Tells the editor of the annexes and the organisations as they are now. */
export function showSurroundings(state: EditorState, around: AtomSurroundings): Transaction {
  return state.tr.setMeta(key, around).setMeta('addToHistory', false)
}

/** What an atom's decorations say that it shows. */
export function labelIn(decorations: readonly Decoration[]): AtomLabel | undefined {
  for (const { spec } of decorations as readonly { spec: { atom?: AtomLabel } }[]) if (spec.atom) return spec.atom
  return undefined
}

function decorationsOf(doc: DocumentNode, around: AtomSurroundings, t: Translate): DecorationSet {
  const decorations: Decoration[] = []
  let footnotes = 0
  doc.descendants((node, position) => {
    const atom = shownAtom(node, footnotes + 1)
    if (!atom) return
    if (atom.type === 'footnote') footnotes += 1
    decorations.push(Decoration.node(position, position + 1, {}, { atom: labelOf(atom, around, t) }))
  })
  return DecorationSet.create(doc, decorations)
}

function shownAtom({ type, attrs }: DocumentNode, number: number): ShownAtom | undefined {
  if (type.name === 'party') return { type: 'party', organisation: String(attrs['organisation']), name: String(attrs['name']) }
  if (type.name === 'annexReference') return { type: 'annexReference', annex: String(attrs['annex']) }
  return type.name === 'footnote' ? { type: 'footnote', number, words: String(attrs['words']) } : undefined
}
