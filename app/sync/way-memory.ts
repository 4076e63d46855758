import type { Way } from './ways'

/** What worked here where WebSockets did not, for the next page in this tab: it need not find out again. */
export interface WayMemory {
  recall(): Way | undefined
  /** `socket`: nothing to remember. */
  remember(way: Way): void
}

const key = 'tahto.sync.way'

/** Forgets where the browser keeps nothing for pages. */
export const tabMemory: WayMemory = {
  recall: () => {
    const kept = storage()?.getItem(key)
    return kept === 'stream' || kept === 'poll' ? kept : undefined
  },
  remember: (way) => {
    try {
      if (way === 'socket') storage()?.removeItem(key)
      else storage()?.setItem(key, way)
    } catch {
      // Full, or not allowed: the next page finds out again.
    }
  },
}

function storage(): Storage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.sessionStorage
  } catch {
    return undefined
  }
}
