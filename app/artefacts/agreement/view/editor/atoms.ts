import { mergeAttributes, Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Decoration, NodeView } from '@tiptap/pm/view'
import { clauseIdPattern } from '../../model/content'
import { atomLook, type AtomLabel } from '../atom-label'
import { inlineElement, inlineLook, suggestedDoing } from '../suggested-look'
import { labelIn } from './atom-labels'
import { suggestionAttribute } from './suggestion-attribute'

// What an atom shows is said by decorations (`atom-labels.ts`): it depends on the project, on the annexes, and on what
// stands before it.

/** An organisation of the project, with its name as it was written in. */
const Party = Node.create({
  name: 'party',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    organisation: textAttribute('party'),
    name: textAttribute('name'),
    ...suggestionAttribute,
  }),
  parseHTML: () => [{ tag: 'span[data-party]', getAttrs: hasId('party') }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, String(node.attrs['name'])],
  renderText: ({ node }) => String(node.attrs['name']),
  addNodeView: () => atomView,
})

/** A reference to an annex. It keeps the annex's id alone. */
const AnnexReference = Node.create({
  name: 'annexReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ annex: textAttribute('annex'), ...suggestionAttribute }),
  parseHTML: () => [{ tag: 'span[data-annex]', getAttrs: hasId('annex') }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  addNodeView: () => atomView,
})

/** A footnote: its words stand in it, its number comes from its place. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ words: textAttribute('footnote'), ...suggestionAttribute }),
  parseHTML: () => [{ tag: 'sup[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes],
  addNodeView: () => atomView,
})

export const atomNodes = [Party, AnnexReference, Footnote]

function textAttribute(mark: string) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => element.dataset[mark] ?? '',
    renderHTML: (attrs: Readonly<Record<string, unknown>>) => {
      const value = attrs[mark === 'party' ? 'organisation' : mark === 'footnote' ? 'words' : mark]
      return { [`data-${mark}`]: typeof value === 'string' ? value : '' }
    },
  }
}

const hasId = (mark: string) => (element: HTMLElement) =>
  clauseIdPattern.test(element.dataset[mark] ?? '') ? null : false

interface AtomViewProps {
  node: DocumentNode
  HTMLAttributes: Record<string, unknown>
  decorations: readonly Decoration[]
}

function atomView({ node, HTMLAttributes, decorations }: AtomViewProps): NodeView {
  const does = suggestedDoing(node.attrs)
  const type = node.type.name
  const dom = document.createElement(inlineElement(node.attrs))
  for (const [name, value] of Object.entries(mergeAttributes(HTMLAttributes))) dom.setAttribute(name, String(value))
  dom.contentEditable = 'false'
  const suggested = inlineLook(node.attrs)
  const show = (present: readonly Decoration[]) => {
    const label = labelIn(present)
    dom.className = `${atomLook(type, label)} ${suggested}`
    dom.replaceChildren(...(label ? labelElements(label) : []))
  }
  show(decorations)
  return {
    dom,
    update: (next, present) => {
      if (next.type.name !== type || suggestedDoing(next.attrs) !== does) return false
      show(present)
      return true
    },
  }
}

function labelElements({ words, says }: AtomLabel): HTMLElement[] {
  const seen = document.createElement('span')
  seen.textContent = words
  if (says === '') return [seen]
  seen.ariaHidden = 'true'
  const read = document.createElement('span')
  read.className = 'sr-only'
  read.textContent = says
  return [seen, read]
}
