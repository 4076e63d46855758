import { useCallback, useEffect, useRef, useState } from 'react'
import { deskSchema, type Desk } from '../desk'

const againMs = 3_000

/**
 * - `unreachable`: the server does not answer; what is shown may be old
 * - `refused`: one has been signed out, or facilitates here no more
 */
export type Reach = 'reached' | 'unreachable' | 'refused'

/** What only facilitators are told: asked for at each turn, every few seconds, by `refresh`, and by `askNow`, which answers it. `reachedAt`: monotonic. */
export function useDesk(workshopId: string, initial: Desk, turn: number) {
  const [desk, setDesk] = useState(initial)
  const [reach, setReach] = useState<Reach>('reached')
  const [reachedAt, setReachedAt] = useState(0)
  const asked = useRef(0)
  const ask = useCallback(async (): Promise<Desk | undefined> => {
    const number = ++asked.current
    const answer = await askForDesk(workshopId)
    // An earlier question that is answered later says less.
    if (number !== asked.current) return undefined
    if (typeof answer === 'string') setReach(answer)
    else {
      setReach('reached')
      setReachedAt(performance.now())
      setDesk(answer)
      return answer
    }
    return undefined
  }, [workshopId])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void ask()
    }
    look()
    const timer = setInterval(look, againMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask, turn])
  const refresh = useCallback(async () => {
    await ask()
  }, [ask])
  return { desk, reach, reachedAt, refresh, askNow: ask }
}

async function askForDesk(workshopId: string): Promise<Desk | 'unreachable' | 'refused'> {
  const answer = await fetch(`/workshops/${workshopId}/desk`, { redirect: 'manual' }).catch(() => undefined)
  if (!answer || answer.status === 429 || answer.status >= 500) return 'unreachable'
  return deskSchema.safeParse(await answer.json().catch(() => undefined)).data ?? 'refused'
}
