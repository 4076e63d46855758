import { useEffect, useState } from 'react'

/** Counts on every `seconds` while the page can be seen, and at once when it comes into sight again. */
export function useTurns(seconds: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const next = () => {
      if (document.visibilityState === 'visible') setTurn((count) => count + 1)
    }
    const timer = setInterval(next, seconds * 1000)
    document.addEventListener('visibilitychange', next)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', next)
    }
  }, [seconds])
  return turn
}
