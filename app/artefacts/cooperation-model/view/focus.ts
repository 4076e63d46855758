import { createContext, useContext, useEffect, type RefObject } from 'react'
import type { Face } from './choice'

/**
 * Which thing is to take the focus, in which face, as soon as it is drawn: what lies outside the window is not in
 * the page until the board has moved there.
 */
export interface FocusWish {
  ask(face: Face, id: string): void
  /** Whether this one is asked for; then it no longer is. */
  take(face: Face, id: string): boolean
  /** Asks the board to bring a thing into sight; `near`: large enough to be read, too. */
  askSight(id: string, near?: boolean): void
  /** Whether this one is asked for, and how; then it no longer is. */
  takeSight(id: string): 'far' | 'near' | undefined
}

export function createFocusWish(): FocusWish {
  let wanted = ''
  let unseen: { id: string; near: boolean } | undefined
  return {
    ask: (face, id) => {
      wanted = `${face} ${id}`
      if (face === 'board') unseen = { id, near: false }
    },
    askSight: (id, near = false) => {
      unseen = { id, near }
    },
    takeSight: (id) => {
      if (unseen?.id !== id) return undefined
      const asked = unseen.near ? 'near' : 'far'
      unseen = undefined
      return asked
    },
    take: (face, id) => {
      if (wanted !== `${face} ${id}`) return false
      wanted = ''
      return true
    },
  }
}

export const FocusWishContext = createContext<FocusWish>(createFocusWish())

/** Focuses an element when its thing is asked for. `isReady`: it is drawn so that it can take the focus. */
export function useWishedFocus(
  face: Face,
  id: string,
  element: RefObject<HTMLElement | null>,
  isReady: boolean,
): void {
  const wish = useContext(FocusWishContext)
  useEffect(() => {
    // On the board the view moves itself; the outline scrolls as a page does.
    if (isReady && wish.take(face, id)) element.current?.focus({ preventScroll: face === 'board' })
  })
}
