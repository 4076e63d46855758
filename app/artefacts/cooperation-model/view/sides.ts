import { useCallback, useState, useSyncExternalStore } from 'react'

/** Which of the two faces are seen. */
export type Sides = 'board' | 'outline' | 'both'

/** The widths where the page's own styles change: see `sideStyles`. */
const wide = '(min-width: 48rem)'
const veryWide = '(min-width: 80rem)'

/**
 * Which faces are seen. Undefined on the server and in the first rendering, where nobody knows the window:
 * the styles then show what suits its width. On a narrow one the outline comes first.
 */
export function useSides() {
  const isWide = useMedia(wide)
  const isVeryWide = useMedia(veryWide)
  const [wished, setWished] = useState<Wishes>(() => ({ narrow: recall('narrow'), wide: recall('wide') }))
  const width: Width = isWide === false ? 'narrow' : 'wide'
  const setSides = useCallback(
    (sides: Sides) => {
      setWished((before) => ({ ...before, [width]: sides }))
      store(width, sides)
    },
    [width],
  )
  const sides = isWide === undefined ? undefined : fitting(wished, width, isVeryWide === true)
  return { sides, setSides, isWide: width === 'wide' }
}

/** Classes of the two faces where which are seen is left to the window's width. */
export const sideStyles = { board: 'max-md:hidden', outline: 'md:max-xl:hidden' }

/** A phone and a wide window of the same person are two choices. */
type Width = 'narrow' | 'wide'
type Wishes = Record<Width, Sides | undefined>

function fitting(wished: Wishes, width: Width, isVeryWide: boolean): Sides {
  if (width === 'narrow') return wished.narrow === 'board' ? 'board' : 'outline'
  return wished.wide ?? (isVeryWide ? 'both' : 'board')
}

function useMedia(query: string): boolean | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore<boolean | undefined>(
    subscribe,
    () => window.matchMedia(query).matches,
    () => undefined,
  )
}

const storageKey = 'cooperation-model.sides'

/** What one chose last on this device. A browser may refuse to remember anything. */
function recall(width: Width): Sides | undefined {
  if (typeof window === 'undefined') return undefined
  try {
    const kept = window.localStorage.getItem(`${storageKey}.${width}`)
    return kept === 'board' || kept === 'outline' || kept === 'both' ? kept : undefined
  } catch {
    return undefined
  }
}

function store(width: Width, sides: Sides): void {
  try {
    window.localStorage.setItem(`${storageKey}.${width}`, sides)
  } catch {
    // Then the next visit begins anew.
  }
}
