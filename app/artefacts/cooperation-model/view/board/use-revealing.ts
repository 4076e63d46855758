import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useContext, useEffect, useEffectEvent } from 'react'
import { centreOf, type Box } from '../../model/boxes'
import { FocusWishContext } from '../focus'
import type { BoardChoice, Scene } from './use-board-scene'

/** Brings what keys or the outline went to into sight. What was clicked is in sight already, and stays where it is. */
export function useRevealing(choice: BoardChoice, scene: Scene): void {
  const wish = useContext(FocusWishContext)
  const store = useStoreApi()
  const { setCenter } = useReactFlow()
  const reveal = useEffectEvent((id: string, asked: 'far' | 'near') => {
    const box = scene.boxes.get(id) ?? scene.routes.get(id)?.label.box
    const { transform, width, height } = store.getState()
    const [x, y, zoom] = transform
    if (!box || width === 0) return
    const left = box.x * zoom + x
    const top = box.y * zoom + y
    const isSeen = left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height
    const wantedZoom = asked === 'near' ? Math.max(zoom, leastNearZoom) : zoom
    if (isSeen && wantedZoom === zoom) return
    void setCenter(...centreOn(box, { width: width / wantedZoom, height: height / wantedZoom }), { zoom: wantedZoom })
  })
  useEffect(() => {
    const asked = choice.active === undefined ? undefined : wish.takeSight(choice.active)
    if (choice.active !== undefined && asked) reveal(choice.active, asked)
  }, [choice, wish])
}

/** Words on the board are read at this size without effort. */
const leastNearZoom = 0.8

/** The middle of a box, or of what is larger than the window, its beginning: that is what one looks for. */
function centreOn(box: Box, window: { width: number; height: number }): [number, number] {
  const centre = centreOf(box)
  const margin = 0.04
  return [
    Math.min(centre.x, box.x + window.width * (0.5 - margin)),
    Math.min(centre.y, box.y + window.height * (0.5 - margin)),
  ]
}
