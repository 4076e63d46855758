import { useSyncExternalStore } from 'react'

/** Says what one's own act did, for those who do not see it. */
export interface Announcer {
  say(words: string): void
  subscribe(listener: () => void): () => void
  words(): string
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>()
  let words = ''
  return {
    say: (next) => {
      // The same words twice are two events: a changed text is read out, an equal one is not.
      words = next === words ? `${next}\u00a0` : next
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    words: () => words,
  }
}

export function Announcements({ announcer }: { announcer: Announcer }) {
  const words = useSyncExternalStore(announcer.subscribe, announcer.words, () => '')
  return (
    <div role="status" className="sr-only">
      {words}
    </div>
  )
}
