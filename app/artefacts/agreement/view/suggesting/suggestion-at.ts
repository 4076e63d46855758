import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { asRecord, textIn } from '../suggested-look'

/** The id of the suggestion that a place is in or touches; empty for none. */
export function suggestionAt(place: ResolvedPos): string {
  const beside = [place.nodeAfter, place.nodeBefore].flatMap((node) => (node ? idsOf(node) : []))
  const atStart = place.parentOffset === 0 || place.parent.type.name === 'clauseTitle'
  const around = atStart ? [idOfAttribute(place.parent), clauseIdAt(place)] : []
  return [...beside, ...around].find((id) => id !== '') ?? ''
}

function idsOf(node: Node): string[] {
  if (!node.isText) return [idOfAttribute(node)]
  return ['insertion', 'deletion', 'formatting'].flatMap((name) => {
    const mark = node.marks.find(({ type }) => type.name === name)
    return mark ? [textIn(mark.attrs, 'id')] : []
  })
}

/** Of the clause whose title one is in. */
function clauseIdAt(place: ResolvedPos): string {
  return place.parent.type.name === 'clauseTitle' ? idOfAttribute(place.node(-1)) : ''
}

function idOfAttribute(node: Node): string {
  const suggestion = asRecord(node.attrs['suggestion'])
  return suggestion ? textIn(suggestion, 'id') : ''
}

/** Where a suggestion begins in a document; undefined when it is gone. */
export function placeOfSuggestion(doc: Node, id: string): number | undefined {
  let found: number | undefined
  doc.descendants((node, position) => {
    if (found !== undefined) return false
    if (idsOf(node).includes(id)) found = node.isInline ? position : position + 1
    return found === undefined
  })
  return found
}
