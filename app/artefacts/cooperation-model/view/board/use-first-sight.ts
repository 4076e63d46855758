import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { usePlaceWish } from '../../../shared/place-wish'
import { boxAround, type Box } from '../../model/boxes'
import type { Scene } from './use-board-scene'

/** Words on the board are read at this size without effort. */
const legible = 0.7
/** A phone shows a frame's width at a time. */
const legibleOnPhone = 0.45
/** Around what is brought into sight; at the foot stands the bar. */
const margins = { side: 20, foot: 72 }

/**
 * How the board is first seen: whole where its words can then be read, and else its beginning as large as they need.
 * The rest is a pan away, and on the small map.
 */
export function firstViewport(boxes: ReadonlyMap<string, Box>, window: { width: number; height: number }) {
  const around = boxAround(boxes.values())
  if (!around) return { x: window.width / 2, y: window.height / 2, zoom: 1 }
  const least = window.width < 640 ? legibleOnPhone : legible
  const whole = Math.min(
    (window.width - 2 * margins.side) / around.width,
    (window.height - margins.side - margins.foot) / around.height,
  )
  const zoom = Math.min(1.25, Math.max(whole, least))
  const centred = (size: number, room: number, start: number) => (size * zoom <= room ? start + (room - size * zoom) / 2 : start)
  const left = centred(around.width, window.width - 2 * margins.side, margins.side)
  const top = centred(around.height, window.height - margins.side - margins.foot, margins.side)
  return { x: left - around.x * zoom, y: top - around.y * zoom, zoom }
}

/** Brings a place that the page asks for into sight. The focus stays where it is. */
export function usePlaceInSight(scene: Scene, onMoved: () => void): void {
  const store = useStoreApi()
  const { setViewport } = useReactFlow()
  const isMeasured = useStore(({ width }) => width > 0)
  usePlaceWish(isMeasured, (place) => {
    const box = scene.boxes.get(place)
    if (!box) return
    onMoved()
    void setViewport(firstViewport(new Map([[place, box]]), store.getState()))
  })
}
