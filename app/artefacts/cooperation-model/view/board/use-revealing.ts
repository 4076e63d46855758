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
  const reveal = useEffectEvent((id: string) => {
    const box = scene.boxes.get(id) ?? scene.routes.get(id)?.label.box
    const { transform, width, height } = store.getState()
    const [x, y, zoom] = transform
    if (!box || width === 0) return
    const left = box.x * zoom + x
    const top = box.y * zoom + y
    const isSeen = left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height
    if (!isSeen) void setCenter(...centreOn(box, { width: width / zoom, height: height / zoom }), { zoom })
  })
  useEffect(() => {
    if (choice.active !== undefined && wish.takeSight(choice.active)) reveal(choice.active)
  }, [choice, wish])
}

/** The middle of a box, or of what is larger than the window, its beginning: that is what one looks for. */
function centreOn(box: Box, window: { width: number; height: number }): [number, number] {
  const centre = centreOf(box)
  const margin = 0.04
  return [
    Math.min(centre.x, box.x + window.width * (0.5 - margin)),
    Math.min(centre.y, box.y + window.height * (0.5 - margin)),
  ]
}
