import type { OnNodeDrag } from '@xyflow/react'
import { useState } from 'react'
import { boardBoxes, centreOf, type Point } from '../../model/boxes'
import type { BoardItem } from '../../model/content'
import { useBoard } from '../board-context'
import { groupDropAt, type GroupDrop } from './group-drop'
import type { ItemNode } from './nodes'
import type { PlaceSharer } from './place'
import type { OwnDrag } from './use-board-scene'

/**
 * Dragging items: while it lasts it is only shown, here and to the others; when they are let go it becomes one change,
 * which is undone as one step. Notes that are let go on another note make a group with it.
 */
export function useDragging(items: readonly BoardItem[], sharer: PlaceSharer) {
  const { acts, gather, may } = useBoard()
  const [drag, setDrag] = useState<OwnDrag>()
  const [drop, setDrop] = useState<GroupDrop>()

  const dropOf = (node: ItemNode, ids: readonly string[], by: Point): GroupDrop | undefined => {
    const boxes = boardBoxes(items)
    const box = boxes.get(node.id)
    if (!box) return undefined
    const found = groupDropAt(items, boxes, ids, centreOf({ ...box, x: box.x + by.x, y: box.y + by.y }))
    return found && (found.group === undefined ? may.group : may.putIn(found.group)) ? found : undefined
  }
  const follow: OnNodeDrag<ItemNode> = (_event, node, nodes) => {
    const by = distanceOf(node)
    const ids = nodes.map(({ id }) => id)
    const found = dropOf(node, ids, by)
    setDrag({ ids, by })
    setDrop((before) => (before?.target === found?.target ? before : found))
    sharer.show({ chosen: ids, drag: by })
  }
  const letGo: OnNodeDrag<ItemNode> = (_event, node, nodes) => {
    const by = distanceOf(node)
    const ids = nodes.map(({ id }) => id)
    const found = dropOf(node, ids, by)
    if (found?.group !== undefined) acts.moveToGroup(ids, found.group)
    else if (found) gather([found.target, ...ids], 'board')
    else if (by.x !== 0 || by.y !== 0) acts.move(ids, by)
    setDrag(undefined)
    setDrop(undefined)
    sharer.show({ drag: undefined })
  }
  return { drag, drop, follow, letGo }
}

/** How far a node that is being dragged has come from where its item stands. */
function distanceOf(node: ItemNode): Point {
  const { x, y } = node.data.item
  return { x: Math.round(node.position.x - x), y: Math.round(node.position.y - y) }
}
