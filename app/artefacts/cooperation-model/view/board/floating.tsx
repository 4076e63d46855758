import { useStore } from '@xyflow/react'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Box } from '../../model/boxes'

interface FloatingProps {
  /** What it stands beside, in board units. */
  box: Box
  children: ReactNode
}

/** Between the box and what floats beside it: the dots that connectors are drawn from stand there. */
const distance = 38
const margin = 8
/** The bar at the board's foot stays free. */
const foot = 68

/** Stands above a box on the board, or below where there is no room above; always wholly in sight. */
export function Floating({ box, children }: FloatingProps) {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [x, y, zoom] = useStore(({ transform }) => transform)
  const boardWidth = useStore(({ width }) => width)
  const boardHeight = useStore(({ height }) => height)
  useLayoutEffect(() => {
    const floating = element.current
    if (!floating) return
    const measure = () => setSize({ width: floating.offsetWidth, height: floating.offsetHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(floating)
    return () => observer.disconnect()
  }, [])
  const left = box.x * zoom + x + (box.width * zoom - size.width) / 2
  const above = box.y * zoom + y - distance - size.height
  const below = (box.y + box.height) * zoom + y + distance
  const top = above >= margin ? above : below
  return (
    <div
      ref={element}
      className={`absolute z-10 max-w-[calc(100%-1rem)] ${size.width === 0 ? 'opacity-0' : ''}`}
      style={{
        left: within(left, margin, boardWidth - size.width - margin),
        top: within(top, margin, boardHeight - size.height - foot),
      }}
    >
      {children}
    </div>
  )
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
