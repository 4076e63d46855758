import { Editor, Extension, Node } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { ListKeymap } from '@tiptap/extension-list'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { HeardSelection } from '../../../../document/text-binding/hear-selection'
import { quickly } from '../../../../document/text-binding/quick-binding'
import { isKnownPart } from '../../model/known-content'
import { translationUndo, type TranslationBody } from '../../model/translation-document'
import type { Translate } from '../../../kind'
import { looks } from '../looks'
import { AtomLabels } from './atom-labels'
import { atomNodes } from './atoms'
import { marks } from './marks'
import { textNodes } from './nodes'
import { ClauseReference } from './references'
import { ownUndo } from './shared-body'
import { tableNodes } from './tables'

/** What a reference shows: the clause's number and its title in the language of the text. Undefined for a clause that is gone. */
export type ReferenceLabel = (clause: string) => { number: string; title: string } | undefined

interface TranslationEditorOptions {
  element: HTMLElement
  /** Where it is written. */
  body: TranslationBody
  label: string
  gone: string
  labelOf: ReferenceLabel
  /** Says the kind's own messages. */
  t: Translate
}

/**
 * An editor for what one clause says in the agreement's other language, with an undo of its own. `unknown`: the text holds
 * what this program does not know, and an editor would delete it.
 */
export function createTranslationEditor(options: TranslationEditorOptions): Editor | 'unknown' {
  const { element, body, label } = options
  if (!isKnownPart(body)) return 'unknown'
  const undo = translationUndo(body)
  const bound = Collaboration.extend({
    addProseMirrorPlugins() {
      const plugins = this.parent?.() ?? []
      return plugins.map((plugin) => (plugin.spec.key === yUndoPluginKey ? ownUndo(undo) : quickly(plugin)))
    },
  }).configure({ fragment: body })
  return new Editor({
    element,
    injectCSS: false,
    onDestroy: () => undo.destroy(),
    extensions: [
      OneClause,
      ...textNodes.filter(({ name }) => name !== 'doc' && name !== 'clause'),
      ...tableNodes,
      ClauseReference,
      ...atomNodes,
      ...marks,
      HeardSelection,
      ListKeymap,
      labels(options),
      AtomLabels.configure({ t: options.t }),
      bound,
    ],
    editorProps: {
      attributes: {
        class: `${looks.body} min-h-24 outline-none`,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'true',
      },
    },
  })
}

/** A clause by itself: its title and its blocks, as loosely as the agreement's own editor. */
const OneClause = Node.create({ name: 'doc', topNode: true, content: '(paragraph | clauseTitle | list | table)+' })

/** An empty title says that it is one. */
function titleLook(isEmpty: boolean, placeholder: string) {
  if (!isEmpty) return { class: looks.title(2) }
  return { class: `${looks.title(2)} ${looks.placeholder}`, 'data-placeholder': placeholder }
}

/** Says in references what they point at, as the agreement's own editor does by its numbers. */
function labels({ gone, labelOf, t }: TranslationEditorOptions) {
  return Extension.create({
    name: 'referenceLabels',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const found: Decoration[] = []
            doc.descendants((node, position) => {
              if (node.type.name === 'clauseTitle') {
                found.push(Decoration.node(position, position + node.nodeSize, titleLook(node.content.size === 0, t('untitled'))))
              }
              if (node.type.name !== ClauseReference.name) return
              const target = labelOf(String(node.attrs['clause']))
              const spec = target ? { ...target, gone: false } : { number: '', title: gone, gone: true }
              found.push(Decoration.node(position, position + node.nodeSize, {}, spec))
            })
            return DecorationSet.create(doc, found)
          },
        },
      }),
    ],
  })
}
