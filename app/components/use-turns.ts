import { useEffect, useState } from 'react'

/** Seconds. */
const lookAgain = 15

/**
 * Counts on while the page can be seen, and at once when it comes into sight again. For pages that hear of nothing: they
 * have no room of their own, and to sit in an artefact's they would have to open the whole of it.
 */
export function useTurns(): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const next = () => {
      if (document.visibilityState === 'visible') setTurn((count) => count + 1)
    }
    const timer = setInterval(next, lookAgain * 1000)
    document.addEventListener('visibilitychange', next)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', next)
    }
  }, [])
  return turn
}
