import { useEffect, useState } from 'react'

/** A page that was just opened, or a moment without a network, is nothing to tell of. */
const lasting = 4_000

/** Whether something has been so for a while: a blink is nobody's trouble. */
export function useLasting(is: boolean): boolean {
  const [lasts, setLasts] = useState(false)
  if (!is && lasts) setLasts(false)
  useEffect(() => {
    if (!is) return undefined
    const timer = setTimeout(() => setLasts(true), lasting)
    return () => clearTimeout(timer)
  }, [is])
  return is && lasts
}
