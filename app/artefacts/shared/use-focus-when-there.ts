import { useCallback, useEffect, useState, type RefObject } from 'react'

// Some frames: what is sought is drawn in the next one, or not at all.
const mostTries = 5

/** Focuses something that is perhaps not drawn yet, such as a card that has just moved: by its `data-focus-name`. */
export function useFocusWhenThere(root: RefObject<HTMLElement | null>): (name: string) => void {
  const [wanted, want] = useState<{ name: string } | null>(null)
  useEffect(() => {
    if (!wanted) return
    let tries = 0
    const look = () => {
      const found = root.current?.querySelector<HTMLElement>(`[data-focus-name="${CSS.escape(wanted.name)}"]`)
      tries += 1
      if (found) {
        found.focus()
        found.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      } else if (tries < mostTries) frame = requestAnimationFrame(look)
    }
    // A window or menu that is closing gives the focus back to where it was; this comes after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted, root])
  return useCallback((name) => want({ name }), [])
}
