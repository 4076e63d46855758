import { useCallback, useEffect, useState } from 'react'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'
import type { AgreementSession } from './agreement-session'
import type { ClauseActs } from './clause-acts'
import type { Done } from './done-notice'
import type { WritingMode } from './suggesting/writing-mode'

interface Removal extends Done {
  remove(id: string): void
}

interface RemovalPlace {
  session: AgreementSession
  placed: readonly PlacedClause[]
  acts: ClauseActs
  mode: WritingMode
  t: Translate
}

/** Removing a clause, with a way back at hand. */
export function useRemoval({ session, placed, acts, mode, t }: RemovalPlace): Removal {
  const [last, setLast] = useState<{ words: string; steps: number }>()
  const steps = () => session.live()?.undoManager.undoStack.length ?? 0

  useEffect(() => {
    if (!last) return undefined
    return session.onStatus(() => {
      if (steps() !== last.steps) setLast(undefined)
    })
  })

  const remove = (id: string) => {
    const clause = placed.find((one) => one.id === id)
    if (!clause || !acts.remove(id)) return
    const name = `${clause.number} ${clause.title === '' ? t('untitled') : clause.title}`
    setLast({
      words: t(mode.isSuggesting() ? 'removed.suggested' : 'removed.text', { clause: name }),
      steps: steps(),
    })
  }
  const dismiss = useCallback(() => setLast(undefined), [])
  const undo = () => {
    dismiss()
    session.undo()
  }
  return { words: last?.words, remove, undo, dismiss }
}
