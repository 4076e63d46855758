import type { Change, TextRun, Tracked } from '../../../exports/tree'
import type { Mark } from '../model/content'
import { formatOf, type BreakSuggestion, type ClauseSuggestion, type SuggestedBy } from '../model/suggestion'
import { formatted } from '../model/suggestions/resolve'

/** "Name (Organisation)", as Word shows who it was. */
export function authorOf({ name, organisation }: { name: string; organisation: string }): string {
  return organisation === '' ? name : `${name} (${organisation})`
}

export function changeOf(by: SuggestedBy): Change {
  return { author: authorOf(by), at: new Date(by.at) }
}

/** Of what is not text, and of a whole clause. A move is no mark of one place. */
export function trackedBy(suggestion: BreakSuggestion | ClauseSuggestion | undefined): { tracked?: Tracked } {
  if (suggestion?.does === 'insert') return { tracked: { inserted: changeOf(suggestion) } }
  if (suggestion?.does === 'delete') return { tracked: { deleted: changeOf(suggestion) } }
  return {}
}

/**
 * A link or a defined term that is suggested: word processors track no such change, but words that give way to the same words.
 * Undefined where nothing of that is suggested, and of words that are themselves put in or taken out.
 */
export function replacedBy(marks: readonly Mark[]): { change: Change; before: Mark[]; after: Mark[] } | undefined {
  const suggested = marks.find((mark) => mark.type === 'formatting')
  const isTracked = marks.some(({ type }) => type === 'insertion' || type === 'deletion')
  if (!suggested || isTracked || !['link', 'definedTerm'].includes(formatOf(suggested.attrs.change))) return undefined
  const before = marks.filter((mark) => mark !== suggested)
  return { change: changeOf(suggested.attrs), before, after: formatted(before, suggested.attrs.change) }
}

/** Of text: what is suggested of it, with its formatting as it is if that is accepted. */
export function reviewedText(marks: readonly Mark[]): Pick<TextRun, 'bold' | 'italic' | 'term' | 'tracked' | 'formatted'> {
  const before = { bold: marks.some(({ type }) => type === 'bold'), italic: marks.some(({ type }) => type === 'italic') }
  const after = { ...before }
  const tracked: Tracked = {}
  let changed: Change | undefined
  for (const mark of marks) {
    if (mark.type === 'insertion') tracked.inserted = changeOf(mark.attrs)
    if (mark.type === 'deletion') tracked.deleted = changeOf(mark.attrs)
    const format = mark.type === 'formatting' ? formatOf(mark.attrs.change) : undefined
    if (mark.type !== 'formatting' || (format !== 'bold' && format !== 'italic')) continue
    changed = changeOf(mark.attrs)
    after[format] = mark.attrs.change.startsWith('+')
  }
  return {
    ...(after.bold ? { bold: true } : {}),
    ...(after.italic ? { italic: true } : {}),
    ...(marks.some(({ type }) => type === 'definedTerm') ? { term: true } : {}),
    ...(tracked.inserted || tracked.deleted ? { tracked } : {}),
    ...(changed ? { formatted: { ...changed, ...before } } : {}),
  }
}
