import { useEffect, useRef, type RefObject } from 'react'

/**
 * For a control that comes in the place of another: it takes the focus where that one had it and is gone. `isLed`: whether
 * the reader has begun something here; a page that opens gives its focus to nothing of this.
 */
export function useLostFocus<Control extends HTMLElement>(isLed: boolean): RefObject<Control | null> {
  const control = useRef<Control>(null)
  useEffect(() => {
    if (isLed && document.activeElement === document.body) control.current?.focus()
    // Only as it comes: what is pressed later is none of its business.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return control
}
