import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useEffectEvent, useMemo, useRef, type PointerEvent } from 'react'
import { boxAround, type Box } from '../../model/boxes'
import type { BoardItem } from '../../model/content'
import { lookOf } from './item-look'

const width = 184
const height = 124
const margin = 8
const drawingDelay = 120

interface MinimapProps {
  items: readonly BoardItem[]
  boxes: ReadonlyMap<string, Box>
  label: string
}

/**
 * The whole board in small, with what of it is seen. Drawn on a canvas: an element for each of ten thousand notes would
 * cost more than the board itself. For pointers; by keys one moves with the arrows.
 */
export function Minimap(props: MinimapProps) {
  const around = boxAround(props.boxes.values())
  return around ? <MapOf {...props} around={around} /> : null
}

/** Whether a map would show nothing that is not in sight. */
export function useIsAllSeen(boxes: ReadonlyMap<string, Box>): boolean {
  const around = useMemo(() => boxAround(boxes.values()), [boxes])
  return useStore(({ transform: [x, y, zoom], width: seenWidth, height: seenHeight }) => {
    if (!around) return true
    const left = around.x * zoom + x
    const top = around.y * zoom + y
    const right = left + around.width * zoom
    const bottom = top + around.height * zoom
    return left >= 0 && top >= 0 && right <= seenWidth && bottom <= seenHeight
  })
}

function MapOf({ items, boxes, label, around }: MinimapProps & { around: Box }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { setCenter, getZoom } = useReactFlow()
  const scale = Math.min((width - 2 * margin) / around.width, (height - 2 * margin) / around.height)
  const left = (width - around.width * scale) / 2 - around.x * scale
  const top = (height - around.height * scale) / 2 - around.y * scale

  const draw = useEffectEvent(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const sharpness = window.devicePixelRatio || 1
    context.setTransform(sharpness, 0, 0, sharpness, 0, 0)
    context.clearRect(0, 0, width, height)
    for (const item of items) {
      const box = boxes.get(item.id)
      if (!box || item.type === 'text') continue
      const { fill, stroke } = lookOf(item)
      context.fillStyle = fill
      context.strokeStyle = stroke
      const place = [box.x * scale + left, box.y * scale + top, box.width * scale, box.height * scale] as const
      context.fillRect(...place)
      if (scale > 0.02) context.strokeRect(...place)
    }
  })
  useEffect(() => {
    // Ten thousand boxes at each letter that somebody types would hold up the typing.
    const drawing = setTimeout(() => draw(), drawingDelay)
    return () => clearTimeout(drawing)
  }, [items, boxes, scale, left, top])

  const moveThere = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - bounds.left - left) / scale
    const y = (event.clientY - bounds.top - top) / scale
    void setCenter(x, y, { zoom: getZoom() })
  }
  const sharpness = typeof window === 'undefined' ? 1 : window.devicePixelRatio || 1
  return (
    <div
      role="img"
      aria-label={label}
      className="relative cursor-pointer touch-none overflow-hidden rounded-lg border border-line bg-paper shadow-raised"
      style={{ width, height }}
      onPointerDown={moveThere}
      onPointerMove={moveThere}
    >
      <canvas ref={canvas} width={width * sharpness} height={height * sharpness} className="size-full" />
      <Seen scale={scale} left={left} top={top} />
    </div>
  )
}

/** The part of the board that is seen. It alone follows every step of panning. */
function Seen({ scale, left, top }: { scale: number; left: number; top: number }) {
  const [x, y, zoom] = useStore(({ transform }) => transform)
  const seenWidth = useStore(({ width: whole }) => whole)
  const seenHeight = useStore(({ height: whole }) => whole)
  return (
    <div
      className="pointer-events-none absolute rounded-sm border-2 border-accent bg-accent/8"
      style={{
        left: (-x / zoom) * scale + left,
        top: (-y / zoom) * scale + top,
        width: (seenWidth / zoom) * scale,
        height: (seenHeight / zoom) * scale,
      }}
    />
  )
}
