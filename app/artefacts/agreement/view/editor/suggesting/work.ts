import { Fragment, type Mark, type Node, type ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { clauseSuggestionSchema, breakSuggestionSchema, suggestedBySchema, type SuggestedBy } from '../../../model/suggestion'

/** Why something cannot be suggested: what is said then. `others`: somebody else suggests something there already. */
export type Refusal = 'structure' | 'split' | 'others' | 'formats' | 'confirm'

/** One act of a person on its way to become a suggestion: what is changed so far, and under which id. */
export interface Work {
  readonly tr: Transaction
  /** The suggestion that this act is, or goes on with. */
  readonly by: SuggestedBy
  readonly refusals: Set<Refusal>
}

export function isOwn({ by }: Pick<Work, 'by'>, suggested: SuggestedBy | undefined): boolean {
  return suggested !== undefined && suggested.author === by.author
}

/** Of what stands in a text. */
export function markOf(node: Node, name: 'insertion' | 'deletion'): SuggestedBy | undefined {
  const mark = node.marks.find(({ type }) => type.name === name)
  return mark && suggestedBySchema.safeParse(mark.attrs).data
}

export function breakOf(node: Node) {
  return breakSuggestionSchema.safeParse(node.attrs['suggestion']).data
}

export function clauseSuggestionOf(node: Node) {
  return clauseSuggestionSchema.safeParse(node.attrs['suggestion']).data
}

/** Whether a place is in a clause that one has suggested oneself: there one writes freely. */
export function isInOwnClause(work: Pick<Work, 'by'>, place: ResolvedPos): boolean {
  return ownClauseAt(work, place) !== undefined
}

function ownClauseAt(work: Pick<Work, 'by'>, place: ResolvedPos): number | undefined {
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const node = place.node(depth)
    const suggestion = node.type.name === 'clause' ? clauseSuggestionOf(node) : undefined
    if (suggestion?.does === 'insert' && isOwn(work, suggestion)) return depth
  }
  return undefined
}

/** Whether a whole range is in one such clause. */
export function isWithinOwnClause(work: Pick<Work, 'by'>, from: ResolvedPos, to: ResolvedPos): boolean {
  const depth = ownClauseAt(work, from)
  return depth !== undefined && from.sharedDepth(to.pos) >= depth
}

/** One's own suggestion that a place touches, so that writing on goes on with it. */
export function touchedOwn(place: ResolvedPos, by: SuggestedBy): SuggestedBy | undefined {
  const beside = [place.nodeBefore, place.nodeAfter].flatMap((node) => {
    if (!node) return []
    return node.isText ? [markOf(node, 'insertion'), markOf(node, 'deletion')] : [breakOf(node)]
  })
  const atStart = place.parentOffset === 0 && place.parent.type.name === 'paragraph' ? breakOf(place.parent) : undefined
  const own = [...beside, atStart].find((one) => one !== undefined && isSame(one, by))
  return own && { id: own.id, author: own.author, name: own.name, organisation: own.organisation, at: own.at }
}

function isSame(one: SuggestedBy, by: SuggestedBy): boolean {
  return one.author === by.author && one.name === by.name && one.organisation === by.organisation
}

export const suggestionMarkNames = ['insertion', 'deletion', 'formatting'] as const

export function isSuggestionMark({ type }: Mark): boolean {
  return suggestionMarkNames.some((name) => name === type.name)
}

export function withoutSuggestions(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => !isSuggestionMark(mark))
}

/** Inline content as a suggestion puts it in. */
export function asInserted(content: Fragment, { tr, by }: Pick<Work, 'tr' | 'by'>): Fragment {
  const insertion = tr.doc.type.schema.mark('insertion', { ...by })
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isText) nodes.push(node.mark(insertion.addToSet(withoutSuggestions(node.marks))))
    else if (node.isInline) nodes.push(node.type.create({ ...node.attrs, suggestion: { ...by, does: 'insert' } }))
  })
  return Fragment.from(nodes)
}
