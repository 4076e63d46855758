import { Mark, getMarkRange, markInputRule } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isSafeLink } from '../../model/links'
import { looks } from '../looks'
import { suggestionMarks } from './suggestion-marks'

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Some word processors wrap everything in a <b> that is not bold.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d{2})$/.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) }
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(\*\*(?!\s+\*\*)([^*]+)\*\*(?!\s+\*\*))$/, type: this.type })]
  },
})

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) }
  },
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? ''
        return isSafeLink(href) ? { href } : false
      },
    },
  ],
  renderHTML: ({ mark }) => {
    const href: unknown = mark.attrs['href']
    // What came over the wire may be anything: an address that is not safe is drawn as plain words.
    const isLink = typeof href === 'string' && isSafeLink(href)
    return isLink ? ['a', { href, rel: 'noopener noreferrer', class: looks.link }, 0] : ['span', 0]
  },
  addProseMirrorPlugins() {
    const { type } = this
    return [
      new Plugin({
        props: {
          handleClick: (view, position, event) => {
            if (!(event.ctrlKey || event.metaKey)) return false
            const range = getMarkRange(view.state.doc.resolve(position), type)
            const mark = range && view.state.doc.nodeAt(range.from)?.marks.find((one) => one.type === type)
            const href: unknown = mark?.attrs['href']
            if (typeof href !== 'string' || !isSafeLink(href)) return false
            window.open(href, '_blank', 'noopener,noreferrer')
            return true
          },
        },
      }),
    ]
  },
})

/** Words that define a term. What is written behind them is no part of the term. */
const DefinedTerm = Mark.create({
  name: 'definedTerm',
  inclusive: false,
  parseHTML: () => [{ tag: 'dfn' }],
  renderHTML: () => ['dfn', { class: looks.definedTerm }, 0],
})

/** In the order in which the model lists them. */
export const marks = [Bold, Italic, Link, DefinedTerm, ...suggestionMarks]
