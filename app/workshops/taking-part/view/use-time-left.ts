import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { LiveWorkshop } from '../../room/use-workshop-room'
import { timeLeft, type TimeLeft } from '../time-left'

const second = 1_000

/** The running step's time, drawn anew only when what is said of it changes. */
export function useTimeLeft(room: LiveWorkshop): TimeLeft {
  const { leftMs, state } = room
  const { clock } = state
  const subscribe = useCallback((listener: () => void) => {
    const timer = setInterval(listener, second)
    return () => clearInterval(timer)
  }, [])
  // As text, so that the same time is the same value.
  const read = () => JSON.stringify(timeLeft(leftMs(), clock.paused))
  const sent = () => JSON.stringify(timeLeft(clock.leftMs, clock.paused))
  const said = useSyncExternalStore(subscribe, read, sent)
  return useMemo(() => JSON.parse(said) as TimeLeft, [said])
}
