import type { Carried } from '../../workshop-face'
import type { Clause, Paragraph } from './content'

/** The longest title that a decision gives its clause: the rest of a long one stands in the text. */
const longestCarriedTitle = 80

/** A decision as a clause: proposed until somebody confirms it, with the way back to where it came from. */
export function carriedClause(id: string, { text, owner, origin }: Carried): Clause {
  const words = text.replace(/\s+/gu, ' ').trim()
  const title = titleOf(words)
  const sentence = title === words ? '' : words
  const body = owner ? `${sentence} (${owner.name})`.trim() : sentence
  return {
    type: 'clause',
    attrs: { id, origin, state: 'proposed' },
    content: [
      title === '' ? { type: 'clauseTitle' } : { type: 'clauseTitle', content: [{ type: 'text', text: title }] },
      body === '' ? { type: 'paragraph' } : paragraph(body),
    ],
  }
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

/** The words themselves where they are a heading; of a sentence, its beginning. */
function titleOf(words: string): string {
  const heading = words.replace(/\.$/u, '')
  if ([...heading].length <= longestCarriedTitle) return heading
  const beginning = [...heading].slice(0, longestCarriedTitle - 1).join('')
  return `${beginning.replace(/[\s,;:–-]+\S*$/u, '')}…`
}
