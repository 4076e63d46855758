import { useEffect } from 'react'
import { useFetchers, useNavigation, useRevalidator } from 'react-router'

/** Asks the server again every `seconds` while the page can be seen, and at once when it comes into sight. */
export function useRefresh(seconds: number, active: boolean): void {
  const { revalidate } = useRevalidator()
  // What is on its way may take away what this page shows: its own answer says where to go then.
  const sending = useFetchers().some(({ state }) => state !== 'idle')
  const busy = useNavigation().state !== 'idle' || sending
  useEffect(() => {
    if (!active || busy) return
    const look = () => {
      if (document.visibilityState === 'visible') void revalidate()
    }
    const timer = setInterval(look, seconds * 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [seconds, active, busy, revalidate])
}
