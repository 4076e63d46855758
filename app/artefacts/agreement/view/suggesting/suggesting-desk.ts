import { newId } from '../../../../lib/id'
import type { Suggester } from '../../../suggesting'
import type { SuggestedBy } from '../../model/suggestion'
import type { Refusal } from '../editor/suggesting/work'
import type { WritingMode } from './writing-mode'

/** What outline, keys and editor need to know to suggest instead of to change. */
export interface SuggestingDesk {
  me: Suggester
  mode: WritingMode
  refuse(refusals: ReadonlySet<Refusal>): void
}

/** A new suggestion of somebody, not yet about anything. */
export function newSuggestion({ key, name, organisation }: Suggester): SuggestedBy {
  return { id: newId(), author: key, name, organisation, at: Date.now() }
}
