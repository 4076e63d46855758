import { blocksOf, titleOf } from '../clauses'
import type { CellBlock, Clause, ClauseBlock, ClauseTitle, Inline, Paragraph } from '../content'
import type { SuggestedBy } from '../suggestion'

/** One part of a suggestion, where it stands. */
export interface SuggestionPart {
  by: SuggestedBy
  /** The innermost clause around it. */
  clause: string
  does: 'insert' | 'delete' | 'format' | 'split' | 'join' | 'insertClause' | 'deleteClause' | 'moveClause'
  text: string
  /** Of the clause's paragraphs, which one it stands in; -1 for the clause itself. */
  block: number
  /** What stands around it in its paragraph. */
  before: string
  after: string
  /** Of `format`. */
  change?: string
  /** Of `moveClause`. */
  to?: { into: string | null; before: string | null }
}

const longestAround = 48

const known = new WeakMap<Clause, readonly SuggestionPart[]>()

/** Of a clause itself and what stands in it, but not of its sub-clauses. Looked up once for each state of a clause. */
export function partsOf(clause: Clause): readonly SuggestionPart[] {
  const found = known.get(clause)
  if (found) return found
  const parts = [...partsOfWhole(clause), ...textblocksOf(clause).flatMap((block, index) => partsIn(block, clause.attrs.id, index))]
  known.set(clause, parts)
  return parts
}

function partsOfWhole(clause: Clause): SuggestionPart[] {
  const { suggestion, id } = clause.attrs
  if (!suggestion) return []
  const { does, ...rest } = suggestion
  const common = { clause: id, block: -1, text: titleOf(clause), before: '', after: '' }
  if (suggestion.does !== 'move') {
    return [{ ...common, by: byOf(rest), does: does === 'insert' ? 'insertClause' : 'deleteClause' }]
  }
  return [{ ...common, by: byOf(rest), does: 'moveClause', to: { into: suggestion.into, before: suggestion.before } }]
}

function byOf({ id, author, name, organisation, at }: SuggestedBy): SuggestedBy {
  return { id, author, name, organisation, at }
}

type Textblock = ClauseTitle | Paragraph

function textblocksOf(clause: Clause): Textblock[] {
  const title = clause.content.filter((node) => node.type === 'clauseTitle')
  return [...title, ...blocksOf(clause).flatMap(paragraphsOf)]
}

function paragraphsOf(block: ClauseBlock | CellBlock): Paragraph[] {
  if (block.type === 'paragraph') return [block]
  if (block.type === 'table') {
    return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(paragraphsOf)))
  }
  return block.content.flatMap((item) => item.content.flatMap(paragraphsOf))
}

function partsIn(block: Textblock, clause: string, at: number): SuggestionPart[] {
  const content: readonly Inline[] = block.content ?? []
  const suggestion = block.type === 'paragraph' ? block.attrs?.suggestion : undefined
  if (!suggestion && !content.some(isSuggested)) return []
  const texts = content.map(wordsOf)
  const parts: SuggestionPart[] = []
  if (suggestion) {
    const does = suggestion.does === 'insert' ? 'split' : 'join'
    const after = shortened(texts.join(''), 'start')
    parts.push({ by: byOf(suggestion), clause, block: at, does, text: ' ¶ ', before: '', after })
  }
  content.forEach((inline, index) => {
    const before = shortened(texts.slice(0, index).join(''), 'end')
    const after = shortened(texts.slice(index + 1).join(''), 'start')
    for (const part of partsOfInline(inline)) {
      parts.push({ ...part, clause, block: at, text: texts[index] ?? '', before, after })
    }
  })
  return parts
}

function isSuggested(inline: Inline): boolean {
  return inline.type === 'text' ? (inline.marks?.length ?? 0) > 0 : inline.attrs?.suggestion !== undefined
}

function partsOfInline(inline: Inline): Pick<SuggestionPart, 'by' | 'does' | 'change'>[] {
  if (inline.type !== 'text') {
    const suggestion = inline.attrs?.suggestion
    return suggestion ? [{ by: byOf(suggestion), does: suggestion.does }] : []
  }
  return (inline.marks ?? []).flatMap((mark): Pick<SuggestionPart, 'by' | 'does' | 'change'>[] => {
    if (mark.type === 'insertion') return [{ by: byOf(mark.attrs), does: 'insert' }]
    if (mark.type === 'deletion') return [{ by: byOf(mark.attrs), does: 'delete' }]
    return mark.type === 'formatting' ? [{ by: byOf(mark.attrs), does: 'format', change: mark.attrs.change }] : []
  })
}

/** Inlines that are no text, as a list of suggestions can say them. */
function wordsOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'hardBreak':
      return ' ↵ '
    case 'party':
      return inline.attrs.name
    case 'footnote':
      return ` [${inline.attrs.words}] `
    case 'clauseReference':
    case 'annexReference':
      return ' § '
  }
}

function shortened(text: string, keep: 'start' | 'end'): string {
  const letters = [...text]
  if (letters.length <= longestAround) return text
  return keep === 'start' ? `${letters.slice(0, longestAround).join('')}…` : `…${letters.slice(-longestAround).join('')}`
}
