import { useEffect, useRef, type RefObject } from 'react'

type Way = 'up' | 'down'

/**
 * Keeps the focus on the button that moved a row, until the row has settled: one that moves in the page loses the
 * focus, and at an end its button is no use any more. Whoever goes elsewhere meanwhile is not called back.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, rows: unknown, settled: boolean) {
  const wanted = useRef<{ id: string; way: Way } | null>(null)
  const placed = useRef<Element | null>(null)
  useEffect(() => {
    if (!wanted.current) return
    const { id, way } = wanted.current
    const row = list.current?.querySelector(`[data-step="${id}"]`)
    const active = document.activeElement
    const astray = active === null || active === document.body || active.matches(':disabled')
    const stays = active === placed.current || active === row?.querySelector(`[data-move="${way}"]`)
    const buttons = [way, way === 'up' ? 'down' : 'up'].map((one) =>
      row?.querySelector<HTMLElement>(`[data-move="${one}"]:not([disabled])`),
    )
    if (astray) buttons.find((button) => button)?.focus()
    placed.current = astray ? document.activeElement : placed.current
    if (settled || !(astray || stays)) wanted.current = null
  }, [list, rows, settled])
  return (id: string, way: Way) => {
    wanted.current = { id, way }
    placed.current = null
  }
}
