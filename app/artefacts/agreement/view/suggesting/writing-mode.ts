import { useSyncExternalStore } from 'react'
import type { AgreementSession } from '../agreement-session'

/** Whether what somebody does is done, or suggested. Remembered on the device for each person. */
export interface WritingMode {
  isSuggesting(): boolean
  /** Whether one can choose: with the right to comment alone one only suggests. */
  canChoose(): boolean
  choose(suggesting: boolean): void
  subscribe(listener: () => void): () => void
}

export function createWritingMode(session: AgreementSession, personKey: string): WritingMode {
  const name = `agreement-suggests.${personKey}`
  const listeners = new Set<() => void>()
  let chosen: boolean | undefined
  return {
    isSuggesting: () => {
      if (session.right() === 'comment') return true
      chosen ??= kept(name)
      return chosen
    },
    canChoose: () => session.right() === 'edit',
    choose: (suggesting) => {
      chosen = suggesting
      keep(name, suggesting)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      const stop = session.onStatus(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}

/** The page as the server sends it knows nothing of the device. */
export function useIsSuggesting(mode: WritingMode): boolean {
  return useSyncExternalStore(mode.subscribe, mode.isSuggesting, () => !mode.canChoose())
}

export function useCanChoose(mode: WritingMode): boolean {
  return useSyncExternalStore(mode.subscribe, mode.canChoose, mode.canChoose)
}

function kept(name: string): boolean {
  try {
    return localStorage.getItem(name) === 'yes'
  } catch {
    return false
  }
}

function keep(name: string, suggesting: boolean): void {
  try {
    if (suggesting) localStorage.setItem(name, 'yes')
    else localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
}
