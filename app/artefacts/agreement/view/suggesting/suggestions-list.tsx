import { SquarePen } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Language } from '../../../../i18n/languages'
import { focusInPanel, openTab } from '../../../shared/focus-in-panel'
import { useSideWish } from '../../../shared/side-panel'
import { Button } from '../../../../components/button'
import { EmptyState } from '../../../../components/empty-state'
import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { Suggestion } from '../../model/suggestions'
import { everySuggestion, narrow, type SuggestionOrder } from '../../model/suggestions/narrow'
import type { AgreementSession } from '../agreement-session'
import { DecideOnMany } from './decide-on-many'
import { GroupHeading } from './group-heading'
import { cardOf, focusCard, SuggestionRows } from './suggestion-rows'
import { SuggestionTools } from './suggestion-tools'
import { useDecisions, type DecisionMade } from './use-decisions'

export interface SuggestionsListProps {
  session: AgreementSession
  suggestions: readonly Suggestion[]
  placed: readonly PlacedClause[]
  /** Whose suggestions are one's own. */
  ownKey: string
  /** Whether one decides on all, or takes back one's own, or looks. */
  may: 'decide' | 'withdraw' | 'look'
  language: Language
  t: Translate
  onGo(suggestion: Suggestion): void
}

/** All suggestions that wait: sorted, narrowed, walked with the keyboard, and decided on one by one or together. */
export default function SuggestionsList({ session, suggestions, placed, ownKey, may, language, t, onGo }: SuggestionsListProps) {
  const [order, setOrder] = useState<SuggestionOrder>('place')
  const [filter, setFilter] = useState(everySuggestion)
  const [chosen, setChosen] = useState<string>()
  // The one to which undoing leads back.
  const [decided, setDecided] = useState('')
  const known = useDeferredValue(suggestions)
  const shown = useMemo(() => narrow(known, filter, order), [known, filter, order])
  const decisions = useDecisions(session, t)
  useSideWish('suggestions', (thing) => {
    setFilter(everySuggestion)
    setChosen(thing)
    requestAnimationFrame(() => focusCard(thing))
  })
  const decide = (suggestion: Suggestion, made: DecisionMade) => {
    const at = shown.findIndex(({ id }) => id === suggestion.id)
    const next = shown[at + 1] ?? shown[at - 1]
    decisions.decide([suggestion.id], made)
    setChosen(next?.id)
    setDecided(suggestion.id)
    focusInPanel(() => (next ? cardOf(next.id) : openTab()))
  }
  const undo = () => {
    decisions.undo()
    focusInPanel(() => cardOf(decided))
  }
  const list = useRef<HTMLDivElement>(null)
  const decideOnMany = (those: readonly Suggestion[], made: DecisionMade) => {
    decisions.decide(those.map(({ id }) => id), made)
    setDecided(those[0]?.id ?? '')
    // The buttons are gone with what they decided on: one goes on at what was said, beside the way back.
    focusInPanel(() => list.current?.querySelector<HTMLElement>('[data-decided] button') ?? null)
  }
  const canDecide = may === 'decide'
  return (
    <div ref={list} className="flex flex-1 flex-col gap-3 bg-paper p-3">
      <div data-decided className="sticky top-0 z-10 -m-1 flex flex-wrap items-center gap-2 bg-paper p-1 has-[p:empty]:sr-only">
        <p role="status" className="text-sm text-ink-soft">
          {decisions.said}
        </p>
        {decisions.canUndo ? (
          <Button size="small" variant="quiet" className="pointer-coarse:min-h-11" onPress={undo}>
            {t('removed.undo')}
          </Button>
        ) : null}
      </div>
      {suggestions.length === 0 ? (
        <EmptyState icon={SquarePen} title={t('suggestions.empty.title')}>
          {t(may === 'look' ? 'suggestions.empty.read' : 'suggestions.empty.teach')}
        </EmptyState>
      ) : (
        <>
          <SuggestionTools {...{ suggestions: known, placed, order, filter, t }} onOrder={setOrder} onFilter={setFilter} />
          {canDecide && shown.length > 0 ? (
            <DecideOnMany suggestions={shown} t={t} onDecide={(made) => decideOnMany(shown, made)} />
          ) : null}
          {shown.length === 0 ? <p className="py-4 text-center text-ink-soft">{t('suggestions.noneSuch')}</p> : null}
          <SuggestionRows
            {...{ shown, order, placed, ownKey, may, language, t, chosen, onGo }}
            onChoose={setChosen}
            onDecide={decide}
            renderHeading={(kind, group) => (
              <GroupHeading {...{ kind, group, placed, canDecide, t }} onDecide={(made) => decideOnMany(group.suggestions, made)} />
            )}
          />
        </>
      )}
    </div>
  )
}
