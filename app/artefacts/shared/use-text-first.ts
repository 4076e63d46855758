import { startTransition, useEffect, useState } from 'react'

/** How long what stands beside a text waits for it (ms). */
const longest = 2_000

/**
 * Whether what stands beside a long text may be worked out and drawn: right after one can write in it (`isReady`), and after a
 * while where that does not come. Then it stays so.
 */
export function useTextFirst(isReady: boolean): boolean {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => {
    if (isDue) return undefined
    const timer = setTimeout(() => startTransition(() => setIsDue(true)), isReady ? 0 : longest)
    return () => clearTimeout(timer)
  }, [isReady, isDue])
  return isDue
}
