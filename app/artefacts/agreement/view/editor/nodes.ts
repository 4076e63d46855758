import { Node, mergeAttributes } from '@tiptap/core'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { clauseIdPattern } from '../../model/content'
import { looks } from '../looks'
import { inlineElement, inlineLook, suggestedDoing, suggestedLook } from '../suggested-look'
import { suggestionAttribute } from './suggestion-attribute'

// What the editor accepts is looser than an agreement's strict form on purpose. Edits that are each right can come
// together as a paragraph behind a sub-clause; a strict schema would make the binding delete the whole clause, for
// everybody. `clause-form.ts` keeps one's own edits strict, and `mend-later.ts` what came together.

const Document = Node.create({ name: 'doc', topNode: true, content: 'clause+' })

const Text = Node.create({ name: 'text', group: 'inline' })

export const Clause = Node.create({
  name: 'clause',
  // The paragraph stands first: it is what Enter makes at the end of another.
  content: '(paragraph | clauseTitle | list | table | clause)+',
  defining: true,

  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element) => {
          const id = element.dataset['clause'] ?? ''
          return clauseIdPattern.test(id) ? id : null
        },
        renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-clause': id } : {}),
      },
      origin: {
        default: null,
        parseHTML: (element) => {
          const origin = element.dataset['origin'] ?? ''
          return clauseIdPattern.test(origin) ? origin : null
        },
        renderHTML: ({ origin }) => (typeof origin === 'string' ? { 'data-origin': origin } : {}),
      },
      state: {
        default: null,
        parseHTML: (element) => (element.dataset['state'] === 'proposed' ? 'proposed' : null),
        renderHTML: ({ state }) => (state === 'proposed' ? { 'data-state': 'proposed' } : {}),
      },
      ...suggestionAttribute,
    }
  },

  parseHTML: () => [{ tag: 'section[data-clause]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'section',
    mergeAttributes(HTMLAttributes, { class: `${looks.clause} ${suggestedLook(node.attrs, looks.suggestedClause)}` }),
    0,
  ],
})

export const ClauseTitle = Node.create({
  name: 'clauseTitle',
  content: 'text*',
  marks: 'insertion deletion formatting',
  defining: true,
  parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  renderHTML: () => ['h2', 0],
})

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => suggestionAttribute,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'p',
    mergeAttributes(HTMLAttributes, { class: `${looks.paragraph} ${suggestedLook(node.attrs, looks.suggestedBreak)}` }),
    0,
  ],
})

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  addAttributes: () => suggestionAttribute,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ node, HTMLAttributes }) => {
    if (suggestedDoing(node.attrs) === undefined) return ['br']
    const look = `${inlineLook(node.attrs)} ${looks.suggestedLine}`
    return [inlineElement(node.attrs), { ...HTMLAttributes, class: look }, ['br']]
  },
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return {
      'Shift-Enter': () => {
        const inTitle = this.editor.state.selection.$from.parent.type.name === ClauseTitle.name
        return inTitle || this.editor.commands.insertContent({ type: this.name })
      },
    }
  },
})

const bulletList = BulletList.configure({ HTMLAttributes: { class: looks.bulletList } })

// Numbers always begin at one, in one style: nothing about them is kept.
const orderedList = OrderedList.extend({
  addAttributes: () => ({}),
  renderHTML: ({ HTMLAttributes }) => [
    'ol',
    mergeAttributes(HTMLAttributes, { class: looks.orderedList }),
    0,
  ],
})

const listItem = ListItem.extend({ content: '(paragraph | list)+' })

export const textNodes = [
  Document,
  Text,
  Clause,
  ClauseTitle,
  Paragraph,
  HardBreak,
  bulletList,
  orderedList,
  listItem,
]
