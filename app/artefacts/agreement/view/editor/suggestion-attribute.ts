import type { Attributes } from '@tiptap/core'
import { asRecord, authorIn, textIn } from '../suggested-look'

/**
 * That a clause, the break before a paragraph, or what stands in a line and is no text is only suggested: a plain
 * record, held as the shared document has it. What is copied or split off is no suggestion.
 */
export const suggestionAttribute = {
  suggestion: {
    default: null,
    keepOnSplit: false,
    parseHTML: () => null,
    renderHTML: ({ suggestion }: { suggestion?: unknown }) => {
      const found = asRecord(suggestion)
      return found ? { 'data-suggestion': textIn(found, 'id'), title: authorIn(found) } : {}
    },
  },
} satisfies Attributes
