import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { SuggestedBy } from '../../../model/suggestion'
import { isSuggestionMark, markOf, suggestionMarkNames } from './work'

/**
 * Whoever writes, and does not suggest, is never said to have suggested what somebody else did: words typed beside a
 * suggestion take nothing from it, and words typed into another's insertion are a suggestion of one's own, since they
 * would go with it. Changes the transaction.
 */
export function keepOwnWords(given: Transaction, fresh: SuggestedBy): void {
  given.steps.forEach((step, index) => {
    if (!(step instanceof ReplaceStep) || !hasSuggestions(step)) return
    const rest = given.mapping.slice(index + 1)
    const from = rest.map(step.from, -1)
    const to = rest.map(step.from + step.slice.size, 1)
    const around = insertionAround(given, from, to)
    if (around?.author === fresh.author) return
    const { schema } = given.doc.type
    for (const name of suggestionMarkNames) {
      const type = schema.marks[name]
      if (type) given.removeMark(from, to, type)
    }
    if (around) given.addMark(from, to, schema.mark('insertion', { ...fresh }))
  })
}

function hasSuggestions({ slice }: ReplaceStep): boolean {
  if (slice.openStart > 0 || slice.openEnd > 0 || !slice.content.firstChild?.isInline) return false
  let found = false
  slice.content.forEach((node) => {
    found ||= node.marks.some(isSuggestionMark)
  })
  return found
}

/** Somebody's insertion in the midst of which a range stands. */
function insertionAround({ doc }: Transaction, from: number, to: number): SuggestedBy | undefined {
  const before = doc.resolve(from).nodeBefore
  const after = doc.resolve(to).nodeAfter
  const one = before && markOf(before, 'insertion')
  const other = after && markOf(after, 'insertion')
  return one && one.id === other?.id ? one : undefined
}
