import { X } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'
import type { AgreementSession } from './agreement-session'
import type { ClauseActs } from './clause-acts'
import type { WritingMode } from './suggesting/writing-mode'

interface Removal {
  /** That something was removed last, as long as undoing brings just that back. */
  removed: string | undefined
  remove(id: string): void
  undo(): void
  dismiss(): void
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
  return { removed: last?.words, remove, undo, dismiss }
}

export function RemovedNotice({ removal, t }: { removal: Removal; t: Translate }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-3 bottom-4 z-30 flex justify-center">
      {removal.removed === undefined ? null : (
        <div className="pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-floating">
          <p className="min-w-0 break-words">{removal.removed}</p>
          <Button size="small" variant="quiet" onPress={removal.undo}>
            {t('removed.undo')}
          </Button>
          <IconButton label={t('removed.dismiss')} icon={X} onPress={removal.dismiss} />
        </div>
      )}
    </div>
  )
}
