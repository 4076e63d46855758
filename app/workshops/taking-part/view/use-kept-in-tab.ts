import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A short text that this tab remembers, and forgets when it is closed. Null where there is none, and on the server. */
export function useKeptInTab(name: string): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  )
  const keep = useCallback(
    (next: string) => {
      try {
        sessionStorage.setItem(name, next)
      } catch {
        // A browser that keeps nothing asks again on the next page.
      }
      for (const listener of [...listeners]) listener()
    },
    [name],
  )
  return [value, keep]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}
