import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../../../components/button'
import type { Suggestion } from '../../model/suggestions'
import { SuggestionCard } from './suggestion-card'
import { clauseName, targetWords } from './suggestion-words'
import type { SuggestionsListProps } from './suggestions-list'
import type { DecisionMade } from './use-decisions'

// Two thousand suggestions are drawn as one walks to them.
const atOnce = 30

interface SuggestionRowsProps extends Pick<SuggestionsListProps, 'placed' | 'ownKey' | 'may' | 'language' | 't' | 'onGo'> {
  shown: readonly Suggestion[]
  chosen: string | undefined
  onChoose(id: string): void
  onDecide(suggestion: Suggestion, made: DecisionMade): void
}

/** Suggestions below each other, walked by J and K or the arrow keys; as many as one has come to. */
export function SuggestionRows(props: SuggestionRowsProps) {
  const { shown, placed, ownKey, may, language, t, chosen, onGo, onChoose, onDecide } = props
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
  return (
    <>
      {/* The keys of the suggestion that has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol aria-label={t('suggestions.label')} onKeyDown={onKeyDown} className="flex flex-col gap-3">
        {shown.slice(0, count).map((suggestion, index) => (
          <li key={suggestion.id} onFocus={() => onChoose(suggestion.id)} className="contents">
            <SuggestionCard
              {...{ suggestion, language, t, onGo, onDecide }}
              place={clauseName(placed, suggestion.clause, t) ?? t('reference.gone')}
              target={targetWords(suggestion, placed, t)}
              may={may === 'withdraw' && suggestion.by.author !== ownKey ? 'look' : may}
              isChosen={index === chosenAt}
            />
          </li>
        ))}
      </ol>
      {shown.length > count ? (
        <Button className="min-h-11! self-center" onPress={() => setDrawn(count + atOnce)}>
          {t('suggestions.more', { count: Math.min(atOnce, shown.length - count) })}
        </Button>
      ) : null}
    </>
  )
}

/** -1 for a key that walks nowhere. */
function placeAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowDown' || key === 'j' || key === 'J') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp' || key === 'k' || key === 'K') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

/** Puts the focus on a suggestion of the list that is drawn. */
export function focusCard(id: string): void {
  const card = document.querySelector<HTMLElement>(`[data-suggestion-card="${CSS.escape(id)}"]`)
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}
