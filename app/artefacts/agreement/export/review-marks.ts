import type { Change, TextRun, Tracked } from '../../../exports/tree'
import type { Mark } from '../model/content'
import type { BreakSuggestion, ClauseSuggestion, SuggestedBy } from '../model/suggestion'

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

/** Of text: what is suggested of it, with its formatting as it is if that is accepted. */
export function reviewedText(marks: readonly Mark[]): Pick<TextRun, 'bold' | 'italic' | 'term' | 'tracked' | 'formatted'> {
  const before = { bold: marks.some(({ type }) => type === 'bold'), italic: marks.some(({ type }) => type === 'italic') }
  const after = { ...before }
  const tracked: Tracked = {}
  let formatted: Change | undefined
  for (const mark of marks) {
    if (mark.type === 'insertion') tracked.inserted = changeOf(mark.attrs)
    if (mark.type === 'deletion') tracked.deleted = changeOf(mark.attrs)
    if (mark.type !== 'formatting') continue
    formatted = changeOf(mark.attrs)
    after[mark.attrs.change.endsWith('bold') ? 'bold' : 'italic'] = mark.attrs.change.startsWith('+')
  }
  return {
    ...(after.bold ? { bold: true } : {}),
    ...(after.italic ? { italic: true } : {}),
    ...(marks.some(({ type }) => type === 'definedTerm') ? { term: true } : {}),
    ...(tracked.inserted || tracked.deleted ? { tracked } : {}),
    ...(formatted ? { formatted: { ...formatted, ...before } } : {}),
  }
}
