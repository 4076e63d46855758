import { useCallback, useEffect, useState } from 'react'
import { askForHistory } from '../ask-positions'
import type { PositionHistory } from '../model/answers'

export type History = { kind: 'loading' } | { kind: 'failed' } | { kind: 'known'; entries: PositionHistory }

/** All that was said about a clause, once it is wanted; asked for anew when `newest` is another statement. */
export function useHistory(artefactId: string, clause: string, newest: number, isWanted: boolean) {
  const [found, setFound] = useState<{ of: string; history: History }>()
  const [attempt, setAttempt] = useState(0)
  const of = `${clause} ${newest} ${attempt}`
  useEffect(() => {
    if (!isWanted) return undefined
    let over = false
    void askForHistory(artefactId, clause).then((entries) => {
      if (!over) setFound({ of, history: entries ? { kind: 'known', entries } : { kind: 'failed' } })
    })
    return () => {
      over = true
    }
  }, [artefactId, clause, of, isWanted])
  const history: History = found?.of === of ? found.history : { kind: 'loading' }
  return { history, askAgain: useCallback(() => setAttempt((count) => count + 1), []) }
}
