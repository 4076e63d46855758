import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../../../../components/button'
import type { Suggestion } from '../../model/suggestions'
import { groupsOf, type SuggestionGroup, type SuggestionOrder } from '../../model/suggestions/narrow'
import { headingId, type GroupKind } from './group-heading'
import { SuggestionCard } from './suggestion-card'
import { clauseName, targetWords } from './suggestion-words'
import type { SuggestionsListProps } from './suggestions-list'
import type { DecisionMade } from './use-decisions'

// Two thousand suggestions are drawn as one walks to them.
const atOnce = 30

interface SuggestionRowsProps extends Pick<SuggestionsListProps, 'placed' | 'ownKey' | 'may' | 'language' | 't' | 'onGo'> {
  shown: readonly Suggestion[]
  order: SuggestionOrder
  chosen: string | undefined
  onChoose(id: string): void
  onDecide(suggestion: Suggestion, made: DecisionMade): void
  /** What stands above the suggestions of one clause, person or organisation: all of them, also those not drawn yet. */
  renderHeading(kind: GroupKind, group: SuggestionGroup): ReactNode
}

/** Suggestions below each other, in groups or in one row, walked by J and K or the arrow keys; as many as one has come to. */
export function SuggestionRows(props: SuggestionRowsProps) {
  const { shown, placed, ownKey, may, language, t, order, chosen, onGo, onChoose, onDecide, renderHeading } = props
  const [drawn, setDrawn] = useState(atOnce)
  const chosenAt = Math.max(0, shown.findIndex(({ id }) => id === chosen))
  const count = Math.max(drawn, chosenAt + 1)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const card = event.target
    if (!(card instanceof HTMLElement) || card.dataset['suggestionCard'] === undefined) return
    const suggestion = shown.find(({ id }) => id === card.dataset['suggestionCard'])
    if (!suggestion || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onGo(suggestion)
      return
    }
    const next = shown[placeAfter(event.key, shown.indexOf(suggestion), shown.length)]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    requestAnimationFrame(() => focusCard(next.id))
  }
  const rows = (suggestions: readonly Suggestion[]) =>
    suggestions.map((suggestion) => (
      <li key={suggestion.id} onFocus={() => onChoose(suggestion.id)} className="contents">
        <SuggestionCard
          {...{ suggestion, language, t, onGo, onDecide }}
          place={clauseName(placed, suggestion.clause, t) ?? t('reference.gone')}
          target={targetWords(suggestion, placed, t)}
          may={may === 'withdraw' && suggestion.by.author !== ownKey ? 'look' : may}
          isChosen={suggestion === shown[chosenAt]}
        />
      </li>
    ))
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the suggestion that has the focus */}
      <div onKeyDown={onKeyDown} className="contents">
        {order === 'newest' || order === 'oldest' ? (
          <ol aria-label={t('suggestions.label')} className="flex flex-col gap-3">
            {rows(shown.slice(0, count))}
          </ol>
        ) : (
          drawnGroups(groupsOf(shown, order), count).map(({ group, drawn: those }) => (
            <section key={group.key} aria-labelledby={headingId(group.key)} className="flex flex-col gap-2 not-first:mt-3">
              {renderHeading(order, group)}
              <ol aria-label={t('suggestions.label')} className="flex flex-col gap-3">
                {rows(those)}
              </ol>
            </section>
          ))
        )}
      </div>
      {shown.length > count ? (
        <Button className="min-h-11! self-center" onPress={() => setDrawn(count + atOnce)}>
          {t('suggestions.more', { count: Math.min(atOnce, shown.length - count) })}
        </Button>
      ) : null}
    </>
  )
}

/** The groups of the first suggestions, so many of them, with those that are drawn. */
function drawnGroups(groups: readonly SuggestionGroup[], count: number): { group: SuggestionGroup; drawn: readonly Suggestion[] }[] {
  let left = count
  return groups.flatMap((group) => {
    const drawn = group.suggestions.slice(0, left)
    left -= drawn.length
    return drawn.length > 0 ? [{ group, drawn }] : []
  })
}

/** -1 for a key that walks nowhere. */
function placeAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowDown' || key === 'j' || key === 'J') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp' || key === 'k' || key === 'K') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

/** The card of a suggestion, where it is drawn. */
export const cardOf = (id: string) => document.querySelector<HTMLElement>(`[data-suggestion-card="${CSS.escape(id)}"]`)

/** Puts the focus on a suggestion of the list that is drawn. */
export function focusCard(id: string): void {
  const card = cardOf(id)
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}
