import { useStore, ViewportPortal } from '@xyflow/react'
import { useState, type CSSProperties } from 'react'
import { centreOf, type Box, type Point } from '../../model/boxes'
import type { BoardItem } from '../../model/content'
import { leastSizes, step } from '../../model/measures'
import { useBoard } from '../board-context'
import { usePointerDrag } from './use-pointer-drag'

interface SelectionHandlesProps {
  item: BoardItem
  box: Box
  /** While it is being dragged; undefined when it was let go or given up. */
  onResizing(box: Box | undefined): void
  onResize(box: Box): void
  /** Where a new connector's loose end is; undefined when it was given up. */
  onConnecting(at: Point | undefined): void
  onConnect(at: Point): void
}

/**
 * Handles around the one chosen item: corners to resize, dots to draw a connector from. They keep their size on the
 * screen. For pointers only: by keys and clicks the toolbar does the same.
 */
export function SelectionHandles(props: SelectionHandlesProps) {
  const { item, box } = props
  const { may } = useBoard()
  const zoom = useStore(({ transform }) => transform[2])
  const [resized, setResized] = useState<Box>()
  const shown = resized ?? box
  const handleProps = {
    item,
    box: shown,
    zoom,
    onResizing: (next: Box | undefined) => {
      setResized(next)
      props.onResizing(next)
    },
    onResize: (next: Box) => {
      setResized(undefined)
      props.onResize(next)
    },
  }
  return (
    <ViewportPortal>
      {(may.edit(item) ? corners : []).map((corner) => (
        <ResizeHandle key={`${corner.x} ${corner.y}`} corner={corner} {...handleProps} />
      ))}
      {(may.connect ? sides : []).map((side) => (
        <ConnectHandle
          key={`${side.x} ${side.y}`}
          side={side}
          box={shown}
          zoom={zoom}
          onConnecting={props.onConnecting}
          onConnect={props.onConnect}
        />
      ))}
    </ViewportPortal>
  )
}

const corners: Point[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
]

const sides: Point[] = [
  { x: 0.5, y: 0 },
  { x: 1, y: 0.5 },
  { x: 0.5, y: 1 },
  { x: 0, y: 0.5 },
]

/** On the screen, in pixels: what a finger hits, and how far from the border the dots stand. */
const target = 24
const dotDistance = 22

interface ResizeHandleProps {
  item: BoardItem
  /** Which corner: 0 is left or top, 1 right or bottom. */
  corner: Point
  box: Box
  zoom: number
  onResizing(box: Box | undefined): void
  onResize(box: Box): void
}

function ResizeHandle({ item, corner, box, zoom, onResizing, onResize }: ResizeHandleProps) {
  const [start, setStart] = useState<Box>()
  const resized = (by: Point) => resizedBox(start ?? box, corner, by, leastSizes[item.type])
  const drag = usePointerDrag({
    onMove: (_at, by) => {
      if (!start) setStart(box)
      onResizing(resized(by))
    },
    onEnd: (_at, by) => {
      setStart(undefined)
      if (by.x === 0 && by.y === 0) onResizing(undefined)
      else onResize(resized(by))
    },
    onCancel: () => {
      setStart(undefined)
      onResizing(undefined)
    },
  })
  const isDiagonal = corner.x === corner.y
  return (
    <div
      {...drag}
      role="presentation"
      className="nopan nodrag pointer-events-auto absolute top-0 left-0 grid touch-none place-items-center"
      style={{
        ...handleStyle({ x: box.x + corner.x * box.width, y: box.y + corner.y * box.height }, zoom),
        cursor: isDiagonal ? 'nwse-resize' : 'nesw-resize',
      }}
    >
      <span className="size-3 rounded-[3px] border-2 border-accent bg-surface" />
    </div>
  )
}

interface ConnectHandleProps {
  side: Point
  box: Box
  zoom: number
  onConnecting(at: Point | undefined): void
  onConnect(at: Point): void
}

function ConnectHandle({ side, box, zoom, onConnecting, onConnect }: ConnectHandleProps) {
  const drag = usePointerDrag({
    onMove: (at) => onConnecting(at),
    onEnd: (at) => onConnect(at),
    onCancel: () => onConnecting(undefined),
  })
  const away = dotDistance / zoom
  const centre = centreOf(box)
  const at = {
    x: centre.x + (side.x - 0.5) * (box.width + 2 * away),
    y: centre.y + (side.y - 0.5) * (box.height + 2 * away),
  }
  return (
    <div
      {...drag}
      role="presentation"
      className="nopan nodrag pointer-events-auto absolute top-0 left-0 grid cursor-crosshair touch-none place-items-center"
      style={handleStyle(at, zoom)}
    >
      <span className="size-3 rounded-full border-2 border-surface bg-accent" />
    </div>
  )
}

function handleStyle(at: Point, zoom: number): CSSProperties {
  return {
    width: target,
    height: target,
    zIndex: 1001,
    transform: `translate(${at.x}px, ${at.y}px) scale(${1 / zoom}) translate(-50%, -50%)`,
    transformOrigin: '0 0',
  }
}

function resizedBox(box: Box, corner: Point, by: Point, least: { width: number; height: number }): Box {
  const snap = (value: number) => Math.round(value / step) * step
  const width = Math.max(least.width, snap(box.width + (corner.x === 1 ? by.x : -by.x)))
  const height = Math.max(least.height, snap(box.height + (corner.y === 1 ? by.y : -by.y)))
  return {
    x: corner.x === 1 ? box.x : box.x + box.width - width,
    y: corner.y === 1 ? box.y : box.y + box.height - height,
    width,
    height,
  }
}
