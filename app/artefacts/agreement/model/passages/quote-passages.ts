import type * as Y from 'yjs'
import { quotedPassage, type PassageAnchor, type QuotedPassage } from '../../../../remarks/model/anchor'
import { openPassages } from './passages'

/** What stands at each anchor now; null where that is gone. */
export function quotePassages(root: Y.Map<unknown>, anchors: readonly PassageAnchor[]): (QuotedPassage | null)[] {
  const passages = openPassages(root)
  const quotes = anchors.map((anchor) => {
    const found = passages.find(anchor)
    const text = found && passages.textOf(found.item)
    return found && text !== undefined ? quotedPassage(found.item, text, found.span) : null
  })
  passages.close()
  return quotes
}
