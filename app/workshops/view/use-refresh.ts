import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** Asks the server again every `seconds` while the page can be seen, and at once when it comes into sight. */
export function useRefresh(seconds: number, active: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!active) return
    const look = () => {
      if (document.visibilityState === 'visible') void revalidate()
    }
    const timer = setInterval(look, seconds * 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [seconds, active, revalidate])
}
