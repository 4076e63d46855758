import { Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Decoration, NodeView } from '@tiptap/pm/view'
import { clauseIdPattern } from '../../model/content'
import { looks } from '../looks'
import { inlineElement, inlineLook, suggestedDoing } from '../suggested-look'
import { suggestionAttribute } from './suggestion-attribute'

/** A reference to a clause. It keeps the clause's id alone; what it shows is always as things stand. */
export const ClauseReference = Node.create({
  name: 'clauseReference',
  group: 'inline',
  inline: true,
  atom: true,

  addAttributes: () => ({
    clause: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['reference'] ?? '',
      renderHTML: ({ clause }: { clause?: unknown }) => ({ 'data-reference': String(clause) }),
    },
    ...suggestionAttribute,
  }),

  parseHTML: () => [
    {
      tag: 'span[data-reference]',
      getAttrs: (element) => (clauseIdPattern.test(element.dataset['reference'] ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],

  addNodeView() {
    return ({ node, decorations }) => referenceView(node, decorations)
  },
})

function referenceView({ type, attrs }: DocumentNode, decorations: readonly Decoration[]): NodeView {
  const does = suggestedDoing(attrs)
  const dom = document.createElement(inlineElement(attrs))
  dom.contentEditable = 'false'
  const suggested = inlineLook(attrs)
  const show = (present: readonly Decoration[]) => {
    const spec = present.map((decoration) => decoration.spec as unknown).find(isLabel)
    dom.className = `${spec?.gone ? looks.goneReference : looks.reference} ${suggested}`
    dom.textContent = spec ? [spec.number, spec.title].filter((part) => part !== '').join('\u00a0') : ''
  }
  show(decorations)
  return {
    dom,
    update: (node, present) => {
      if (node.type !== type || suggestedDoing(node.attrs) !== does) return false
      show(present)
      return true
    },
  }
}

interface Label {
  number: string
  title: string
  gone: boolean
}

function isLabel(spec: unknown): spec is Label {
  return typeof spec === 'object' && spec !== null && 'number' in spec && 'title' in spec && 'gone' in spec
}
