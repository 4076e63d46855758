import type * as Y from 'yjs'
import { changeRecord } from '../../../../document/records'
import { boardBoxes, contains, type Box, type Point } from '../boxes'
import { frameOf, isFrame, type BoardItem, type Frame } from '../content'
import { itemShape, readItems } from '../document'
import { frameMeasures } from '../measures'
import { mendCoordinate, mendExtent } from '../mend'
import { readItem } from './read-item'

/**
 * How far everything else steps aside when a frame grows to the right and down, so that the frame covers nothing that it
 * did not cover before: what begins right of it goes right and what begins below it goes down, by as much as it grows.
 * Nothing comes to cover anything else by it, since all that lies beyond an edge moves alike. What stands in a frame
 * moves as that frame does.
 */
export function roomAround(items: readonly BoardItem[], id: string, grown: Box): ReadonlyMap<string, Point> {
  const boxes = boardBoxes(items)
  const moves = new Map<string, Point>()
  const old = boxes.get(id)
  if (!old) return moves
  const wider = Math.max(0, grown.x + grown.width - old.x - old.width)
  const taller = Math.max(0, grown.y + grown.height - old.y - old.height)
  if (wider === 0 && taller === 0) return moves
  for (const item of items) {
    const holder = holderOf(item, boxes)
    const box = boxes.get(holder)
    if (!box || holder === id) continue
    const move = { x: box.x >= old.x + old.width ? wider : 0, y: box.y >= old.y + old.height ? taller : 0 }
    if (move.x > 0 || move.y > 0) moves.set(item.id, move)
  }
  return moves
}

/** Makes a frame large enough for what is about to be put into it, and room around the frame. */
export function makeRoom(root: Y.Map<unknown>, frameId: string, inner: Box): void {
  const frame = readItem(root, frameId)
  if (!frame || !isFrame(frame)) return
  const size = sizeAround(frame, inner)
  if (size.width === frame.width && size.height === frame.height) return
  const items = readItems(root)
  const moves = roomAround(items, frameId, { ...frame, ...size })
  for (const item of items) {
    const by = moves.get(item.id)
    if (by) changeRecord(root, 'items', itemShape, item.id, movedBy(item, by))
  }
  changeRecord(root, 'items', itemShape, frameId, size)
}

/** How large a frame is that holds a box: never smaller than it was. */
export function sizeAround(frame: Frame, inner: Box): { width: number; height: number } {
  const reach = { x: inner.x + inner.width + frameMeasures.padding, y: inner.y + inner.height + frameMeasures.padding }
  return {
    width: mendExtent(Math.max(frame.width, reach.x - frame.x), frame.width),
    height: mendExtent(Math.max(frame.height, reach.y - frame.y), frame.height),
  }
}

export const movedBy = (item: BoardItem, by: Point): Point => ({
  x: mendCoordinate(item.x + by.x, item.x),
  y: mendCoordinate(item.y + by.y, item.y),
})

/** What decides where an item is carried: the frame that it stands in, else itself. */
function holderOf(item: BoardItem, boxes: ReadonlyMap<string, Box>): string {
  const frame = frameOf(item)
  const [outer, inner] = [boxes.get(frame ?? ''), boxes.get(item.id)]
  return frame !== undefined && outer && inner && contains(outer, inner) ? frame : item.id
}
