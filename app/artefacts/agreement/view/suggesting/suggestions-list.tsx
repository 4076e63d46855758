import { SquarePen } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSideWish } from '../../../shared/side-panel'
import { Button } from '../../../../components/button'
import { ConfirmDialog } from '../../../../components/dialog'
import { EmptyState } from '../../../../components/empty-state'
import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { Suggestion } from '../../model/suggestions'
import { everySuggestion, narrow, type SuggestionOrder } from '../../model/suggestions/narrow'
import type { AgreementSession } from '../agreement-session'
import { focusCard, SuggestionRows } from './suggestion-rows'
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
  language: string
  t: Translate
  onGo(suggestion: Suggestion): void
}

/** All suggestions that wait: sorted, narrowed, walked with the keyboard, and decided on one by one or together. */
export default function SuggestionsList({ session, suggestions, placed, ownKey, may, language, t, onGo }: SuggestionsListProps) {
  const [order, setOrder] = useState<SuggestionOrder>('place')
  const [filter, setFilter] = useState(everySuggestion)
  const [chosen, setChosen] = useState<string>()
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
    if (next) requestAnimationFrame(() => focusCard(next.id))
  }
  return (
    <div className="flex flex-1 flex-col gap-3 bg-paper p-3">
      <div className="flex flex-wrap items-center gap-2 has-[p:empty]:sr-only">
        <p role="status" className="text-sm text-ink-soft">
          {decisions.said}
        </p>
        {decisions.canUndo ? (
          <Button size="small" variant="quiet" className="pointer-coarse:min-h-11" onPress={decisions.undo}>
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
          {may === 'decide' ? (
            <DecideOnAll shown={shown} t={t} onDecide={(made) => decisions.decide(shown.map(({ id }) => id), made)} />
          ) : null}
          {shown.length === 0 ? <p className="py-4 text-center text-ink-soft">{t('suggestions.noneSuch')}</p> : null}
          <SuggestionRows
            {...{ shown, placed, ownKey, may, language, t, chosen, onGo }}
            onChoose={setChosen}
            onDecide={decide}
          />
        </>
      )}
    </div>
  )
}

interface DecideOnAllProps {
  shown: readonly Suggestion[]
  t: Translate
  onDecide(made: DecisionMade): void
}

/** All that are shown: of a clause or of somebody, once the list is narrowed to them. */
function DecideOnAll({ shown, t, onDecide }: DecideOnAllProps) {
  const [asked, setAsked] = useState<'accepted' | 'rejected'>()
  const close = () => setAsked(undefined)
  const count = shown.length
  if (count === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" className="min-h-11!" onPress={() => setAsked('accepted')}>
        {t('suggestions.acceptShown', { count })}
      </Button>
      <Button size="small" variant="quiet" className="min-h-11!" onPress={() => setAsked('rejected')}>
        {t('suggestions.rejectShown', { count })}
      </Button>
      {asked ? (
        <ConfirmDialog
          title={t(`suggestions.ask.${asked}`, { count })}
          isOpen
          onOpenChange={close}
          confirmLabel={t(asked === 'accepted' ? 'suggestion.accept' : 'suggestion.reject')}
          onConfirm={() => onDecide(asked)}
        >
          <p>{t('suggestions.ask.explained')}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  )
}
