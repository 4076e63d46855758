import { useEffect, useRef } from 'react'
import type { SidePanel } from '../shared/side-panel'

/** Where one was before one came into the panel; the answer takes the focus back there. */
export function useWayBack(panel: SidePanel, root: { current: HTMLElement | null }): () => void {
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const remember = (element: Element | null) => {
      if (!(element instanceof HTMLElement) || element === document.body || root.current?.contains(element)) return
      // A menu or a window over the page is gone when one wants to go back.
      if (!element.closest('[role="dialog"], [role="menu"], [role="listbox"]')) last.current = element
    }
    remember(document.activeElement)
    const hear = ({ target }: FocusEvent) => remember(target instanceof Element ? target : null)
    document.addEventListener('focusin', hear)
    return () => document.removeEventListener('focusin', hear)
  }, [panel, root])
  return () => {
    const isHere = root.current === null || root.current.contains(document.activeElement)
    const isNowhere = document.activeElement === document.body
    if ((isHere || isNowhere) && last.current?.isConnected) last.current.focus()
  }
}
