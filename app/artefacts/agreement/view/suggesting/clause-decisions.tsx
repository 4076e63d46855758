import { Check, X } from 'lucide-react'
import { useState } from 'react'
import type { MenuAction } from '../../../../components/menu'
import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import { DoneNotice } from '../done-notice'
import { AskAboutMany } from './decide-on-many'
import { clauseName } from './suggestion-words'
import type { Decisions } from './use-decisions'
import type { SuggestingView } from './use-suggesting'

interface ClauseDecisionsOptions {
  suggesting: SuggestingView
  placed: readonly PlacedClause[]
  decisions: Decisions
  t: Translate
}

/** Deciding on all suggestions of a clause from its own menu: what the menu offers, the question, and what was done. */
export function useClauseDecisions({ suggesting: { suggestions, counts, may }, placed, decisions, t }: ClauseDecisionsOptions) {
  const [asked, setAsked] = useState<{ clause: string; made: 'accepted' | 'rejected' }>()
  const actions = (clause: string): MenuAction[] => {
    const count = counts.get(clause) ?? 0
    if (may !== 'decide' || count === 0) return []
    return [
      { id: 'accept-all', label: t('suggestions.acceptOf', { count }), icon: Check, startsGroup: true, onAction: () => setAsked({ clause, made: 'accepted' }) },
      { id: 'reject-all', label: t('suggestions.rejectOf', { count }), icon: X, onAction: () => setAsked({ clause, made: 'rejected' }) },
    ]
  }
  const ids = suggestions.flatMap(({ id, clause }) => (clause === asked?.clause ? [id] : []))
  const { said, canUndo, undo, dismiss } = decisions
  const beside = (
    <>
      {asked && ids.length > 0 ? (
        <AskAboutMany
          asked={asked.made}
          count={ids.length}
          of={clauseName(placed, asked.clause, t)}
          t={t}
          onDecide={(made) => decisions.decide(ids, made)}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
      <DoneNotice done={{ words: said === '' ? undefined : said, undo: canUndo ? undo : undefined, dismiss }} t={t} />
    </>
  )
  return { actions, beside }
}
