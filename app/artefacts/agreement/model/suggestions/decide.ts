import type { SuggestedBy } from '../suggestion'

/** What becomes of a suggestion: its change is made, taken back, or waits on. */
export type Decision = 'accept' | 'reject' | 'leave'

export type Decide = (suggested: SuggestedBy) => Decision

/** Of the suggestions with these ids. */
export function decideOn(ids: Iterable<string>, decision: 'accept' | 'reject'): Decide {
  const wanted = new Set(ids)
  return ({ id }) => (wanted.has(id) ? decision : 'leave')
}

/** Whether what was suggested to be put in, or to be taken out, goes with this decision. */
export function isGone(does: 'insert' | 'delete', decision: Decision): boolean {
  return decision === (does === 'insert' ? 'reject' : 'accept')
}
