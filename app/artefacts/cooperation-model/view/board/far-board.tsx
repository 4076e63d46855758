import { useStore } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { overlaps, type Box } from '../../model/boxes'
import { isFrame, type BoardItem } from '../../model/content'
import { lookOf } from './item-look'

/** As many elements as a browser lays out without one noticing. Beyond it their words are too small to read anyway. */
const mostElements = 700

/** Whether so much is in sight that it is painted rather than laid out: a board of thousands, seen whole. */
export function useIsFar(boxes: ReadonlyMap<string, Box>): boolean {
  return useStore(({ transform: [x, y, zoom], width, height }) => {
    if (boxes.size <= mostElements) return false
    // Before the board has been measured, all of it would count as in sight.
    if (width === 0) return true
    const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    let count = 0
    for (const box of boxes.values()) if (overlaps(seen, box)) count += 1
    return count > mostElements
  })
}

interface FarBoardProps {
  items: readonly BoardItem[]
  boxes: ReadonlyMap<string, Box>
  selection: ReadonlySet<string>
}

/** The board from afar, painted: ground and colour without words. The outline holds the words. */
export function FarBoard({ items, boxes, selection }: FarBoardProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [x, y, zoom] = useStore(({ transform }) => transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !canvas.current) return
    const sharpness = window.devicePixelRatio || 1
    canvas.current.width = width * sharpness
    canvas.current.height = height * sharpness
    context.setTransform(zoom * sharpness, 0, 0, zoom * sharpness, x * sharpness, y * sharpness)
    const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    context.lineWidth = 1 / zoom
    for (const item of items) {
      const box = boxes.get(item.id)
      if (!box || item.type === 'text' || !overlaps(seen, box)) continue
      const { fill, stroke } = lookOf(item)
      context.fillStyle = fill
      context.fillRect(box.x, box.y, box.width, box.height)
      context.strokeStyle = selection.has(item.id) ? chosenInk : stroke
      context.strokeRect(box.x, box.y, box.width, box.height)
    }
  }, [items, boxes, selection, x, y, zoom, width, height])
  return <canvas ref={canvas} aria-hidden className="pointer-events-none absolute inset-0 z-3 size-full" />
}

/** The accent of the theme: a canvas knows no variables. */
const chosenInk = '#0b5563'

/** What stands at a point of a painted board: the topmost item, or the frame under it. */
export function thingUnder(
  items: readonly BoardItem[],
  boxes: ReadonlyMap<string, Box>,
  at: { x: number; y: number },
): string | undefined {
  const point = { ...at, width: 0, height: 0 }
  const under = items.filter((item) => overlaps(boxes.get(item.id) ?? item, point))
  return (under.findLast((item) => !isFrame(item)) ?? under.at(-1))?.id
}
