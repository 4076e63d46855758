import { useEffect, useRef, type FocusEvent, type RefObject } from 'react'

/**
 * Keeps the focus in a place when what had it is gone: deleted by somebody else, or out of sight. Without it the keys
 * would reach nothing. Spread what it answers on the place, which takes the focus itself.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    // The board's library takes what is gone out of the page a little later than it is told.
    const check = requestAnimationFrame(() => {
      const lost = focused.current
      if (!lost || lost.isConnected) return
      focused.current = null
      if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(check)
  })
  return {
    onFocus: (event: FocusEvent) => {
      // Menus and dialogs stand elsewhere in the page, and give the focus back themselves.
      if (place.current?.contains(event.target)) focused.current = event.target
    },
    onBlur: (event: FocusEvent) => {
      // A browser may tell of the blur before the element is out of the page, and another not at all.
      const left = event.target
      queueMicrotask(() => {
        if (left.isConnected && focused.current === left) focused.current = null
      })
    },
  }
}
