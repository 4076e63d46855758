import { useEffect, useRef, useState, type PointerEvent } from 'react'

/** How near the window's edge a dragged row scrolls the page, and how far at once, in pixels. */
const edge = 90
const step = 14

/**
 * Drags a row of a list by its handle, with a mouse, a pen or a finger; Esc gives up. `dropAt`: before which row it
 * would land (the number of rows: after the last). The same is done by buttons: this is not for keyboards.
 */
export function useRowDrag(onDrop: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ from: number; dropAt: number } | null>(null)
  useEffect(() => {
    if (!drag) return
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrag(null)
    }
    window.addEventListener('keydown', giveUp)
    return () => window.removeEventListener('keydown', giveUp)
  }, [drag])
  const handleOf = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from, dropAt: from })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      if (event.clientY < edge) window.scrollBy(0, -step)
      if (event.clientY > window.innerHeight - edge) window.scrollBy(0, step)
      const dropAt = rowAt(list.current, event.clientY)
      if (dropAt !== drag.dropAt) setDrag({ ...drag, dropAt })
    },
    onPointerUp: () => {
      if (!drag) return
      setDrag(null)
      // What stood after it moves up by one when it is taken out.
      const to = drag.dropAt > drag.from ? drag.dropAt - 1 : drag.dropAt
      if (to !== drag.from) onDrop(drag.from, to)
    },
    onPointerCancel: () => setDrag(null),
  })
  return { list, drag, handleOf }
}

function rowAt(list: HTMLOListElement | null, y: number): number {
  const rows = [...(list?.children ?? [])]
  const below = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return below === -1 ? rows.length : below
}
