import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef, type PointerEvent } from 'react'
import type { Point } from '../../model/boxes'

interface DragListener {
  /** Where the pointer is, and how far it came, in board units. */
  onMove(at: Point, by: Point): void
  onEnd(at: Point, by: Point): void
  onCancel(): void
}

/** Drags something that the board itself does not drag. Spread what it answers on the handle; Esc gives up. */
export function usePointerDrag({ onMove, onEnd, onCancel }: DragListener) {
  const { screenToFlowPosition } = useReactFlow()
  const start = useRef<Point>(undefined)
  const listener = useRef({ onCancel })
  useEffect(() => {
    listener.current = { onCancel }
  })
  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !start.current) return
      start.current = undefined
      listener.current.onCancel()
    }
    window.addEventListener('keydown', giveUp, true)
    return () => window.removeEventListener('keydown', giveUp, true)
  }, [])
  const place = (event: PointerEvent): Point => screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
  const distance = (from: Point, to: Point): Point => ({ x: to.x - from.x, y: to.y - from.y })
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = place(event)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!start.current) return
      const at = place(event)
      onMove(at, distance(start.current, at))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const from = start.current
      if (!from) return
      start.current = undefined
      const at = place(event)
      onEnd(at, distance(from, at))
    },
    onPointerCancel: () => {
      if (!start.current) return
      start.current = undefined
      onCancel()
    },
  }
}
