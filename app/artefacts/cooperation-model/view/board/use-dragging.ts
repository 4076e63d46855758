import type { OnNodeDrag } from '@xyflow/react'
import { useState } from 'react'
import type { Point } from '../../model/boxes'
import type { Acts } from '../acts'
import type { ItemNode } from './nodes'
import type { PlaceSharer } from './place'
import type { OwnDrag } from './use-board-scene'

/**
 * Dragging items: while it lasts it is only shown, here and to the others; when they are let go it becomes one change,
 * which is undone as one step.
 */
export function useDragging(acts: Acts, sharer: PlaceSharer) {
  const [drag, setDrag] = useState<OwnDrag>()

  const follow: OnNodeDrag<ItemNode> = (_event, node, nodes) => {
    const by = distanceOf(node)
    const ids = nodes.map(({ id }) => id)
    setDrag({ ids, by })
    sharer.show({ chosen: ids, drag: by })
  }
  const letGo: OnNodeDrag<ItemNode> = (_event, node, nodes) => {
    const by = distanceOf(node)
    if (by.x !== 0 || by.y !== 0) acts.move(nodes.map(({ id }) => id), by)
    setDrag(undefined)
    sharer.show({ drag: undefined })
  }
  return { drag, follow, letGo }
}

/** How far a node that is being dragged has come from where its item stands. */
function distanceOf(node: ItemNode): Point {
  const { x, y } = node.data.item
  return { x: Math.round(node.position.x - x), y: Math.round(node.position.y - y) }
}
