import { useMemo } from 'react'

/** Which things one wrote: those that the server says, and those that this browser's tab has added itself. */
export interface OwnItems {
  has(id: string): boolean
  add(ids: readonly string[]): void
}

/** The server keeps who wrote what only where a step asks for it; the tab remembers its own through a reload. */
export function useOwnItems(artefactId: string, told: readonly string[] | undefined): OwnItems {
  const here = useMemo(() => rememberedIn(artefactId), [artefactId])
  return useMemo(() => {
    const fromServer = new Set(told)
    return { has: (id) => fromServer.has(id) || here.has(id), add: here.add }
  }, [here, told])
}

function rememberedIn(artefactId: string): OwnItems {
  const key = `cooperation-model.own.${artefactId}`
  const ids = new Set(recall(key))
  return {
    has: (id) => ids.has(id),
    add: (more) => {
      for (const id of more) ids.add(id)
      try {
        window.sessionStorage.setItem(key, [...ids].join(' '))
      } catch {
        // Then it lasts until the page is loaded anew.
      }
    },
  }
}

function recall(key: string): string[] {
  if (typeof window === 'undefined') return []
  try {
    return window.sessionStorage.getItem(key)?.split(' ') ?? []
  } catch {
    return []
  }
}
