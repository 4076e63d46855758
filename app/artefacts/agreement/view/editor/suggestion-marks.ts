import { Mark } from '@tiptap/core'
import { looks } from '../looks'
import { authorIn } from '../suggested-look'

/** Of every part of a suggestion: who, which organisation, when. Odd data is held, so that the binding drops no words. */
const suggestedBy = () => ({
  id: { default: '' },
  author: { default: '' },
  name: { default: '' },
  organisation: { default: '' },
  at: { default: 0 },
})

// None of them grows by itself when somebody writes at its end, and none is pasted: a suggestion is an act of its own.

const Insertion = Mark.create({
  name: 'insertion',
  inclusive: false,
  addAttributes: suggestedBy,
  renderHTML: ({ mark }) => ['ins', shown(mark.attrs, looks.insertion), 0],
})

const Deletion = Mark.create({
  name: 'deletion',
  inclusive: false,
  addAttributes: suggestedBy,
  renderHTML: ({ mark }) => ['del', shown(mark.attrs, looks.deletion), 0],
})

const Formatting = Mark.create({
  name: 'formatting',
  inclusive: false,
  addAttributes: () => ({ ...suggestedBy(), change: { default: '' } }),
  renderHTML: ({ mark }) => ['span', shown(mark.attrs, looks.formatting), 0],
})

function shown(attrs: Readonly<Record<string, unknown>>, look: string): Record<string, string> {
  return { 'data-suggestion': String(attrs['id']), title: authorIn(attrs), class: look }
}

/** In the order in which the model lists them. */
export const suggestionMarks = [Insertion, Deletion, Formatting]
