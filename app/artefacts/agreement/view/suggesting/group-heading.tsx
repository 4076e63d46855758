import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { Suggestion } from '../../model/suggestions'
import type { SuggestionGroup } from '../../model/suggestions/narrow'
import { DecideOnMany } from './decide-on-many'
import { clauseName, whoWords } from './suggestion-words'

/** What the suggestions of a group have in common. */
export type GroupKind = 'place' | 'author' | 'organisation'

export const headingId = (key: string): string => `suggestions-of-${key.replaceAll(/\s/g, '_')}`

interface GroupHeadingProps {
  kind: GroupKind
  group: SuggestionGroup
  placed: readonly PlacedClause[]
  canDecide: boolean
  t: Translate
  onDecide(made: 'accepted' | 'rejected'): void
}

/** The clause, the person or the organisation that suggestions belong to, and deciding on all of them at once. */
export function GroupHeading({ kind, group: { key, suggestions }, placed, canDecide, t, onDecide }: GroupHeadingProps) {
  const [first] = suggestions
  if (!first) return null
  const name = nameOf(kind, first, placed, t)
  const id = headingId(key)
  return (
    <div className="flex flex-col gap-2">
      <h3 id={id} className="text-base font-semibold break-words">
        {name}{' '}
        <span className="text-sm font-normal text-ink-soft">{t('suggestions.inClause', { count: suggestions.length })}</span>
      </h3>
      {canDecide && suggestions.length > 1 ? (
        <DecideOnMany {...{ suggestions, t, onDecide }} of={{ kind, name, headingId: id }} />
      ) : null}
    </div>
  )
}

function nameOf(kind: GroupKind, first: Suggestion, placed: readonly PlacedClause[], t: Translate): string {
  if (kind === 'place') return clauseName(placed, first.clause, t) ?? t('reference.gone')
  if (kind === 'author') return whoWords(first) || t('suggestion.nobody')
  return first.by.organisation || t('suggestions.noOrganisation')
}
