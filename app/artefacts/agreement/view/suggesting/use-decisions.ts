import { useEffect, useState } from 'react'
import type { Translate } from '../../../kind'
import { acceptSuggestions, rejectSuggestions } from '../../model/suggestions'
import type { AgreementSession } from '../agreement-session'

export type DecisionMade = 'accepted' | 'rejected' | 'withdrawn'

export interface Decisions {
  /** What was decided last, to be read out; empty before, and once something else was done. */
  said: string
  /** Whether undoing brings back just that. */
  canUndo: boolean
  decide(ids: readonly string[], made: DecisionMade): void
  undo(): void
  dismiss(): void
}

const nothing = { said: '', steps: -1 }

/** Deciding on suggestions, each time as one step of undo. */
export function useDecisions(session: AgreementSession, t: Translate): Decisions {
  const [last, setLast] = useState(nothing)
  const steps = () => session.live()?.undoManager.undoStack.length ?? 0

  useEffect(() => {
    if (last.steps < 0) return undefined
    return session.onStatus(() => {
      if (steps() !== last.steps) setLast(nothing)
    })
  })

  return {
    said: last.said,
    canUndo: last.steps >= 0 && last.steps === steps(),
    decide: (ids, made) => {
      session.endStep()
      const operation = made === 'accepted' ? acceptSuggestions : rejectSuggestions
      const isDone = session.change((root) => operation(root, ids)) ?? false
      session.endStep()
      const said = isDone ? t(`suggestions.said.${made}`, { count: ids.length }) : t('suggestions.said.gone')
      setLast({ said, steps: isDone ? steps() : -1 })
    },
    undo: () => {
      session.undo()
      setLast({ said: t('suggestions.said.undone'), steps: -1 })
    },
    dismiss: () => setLast(nothing),
  }
}
