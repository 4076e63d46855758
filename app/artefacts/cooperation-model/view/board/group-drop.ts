import type { Box, Point } from '../../model/boxes'
import { frameOf, isGroup, type BoardItem } from '../../model/content'

/** What comes of letting dragged notes go: a group with the note under them, or a place in the group that it is in. */
export interface GroupDrop {
  /** The note that they would be let go on. */
  target: string
  /** Its group, if it is in one. */
  group: string | undefined
}

/** So far from a note's edges, as a part of its size, the dragged one has to come: beside each other is not on each other. */
const rim = 0.22

/** The drop that notes would make whose middle is at a point; undefined where no other note is under it. */
export function groupDropAt(
  items: readonly BoardItem[],
  boxes: ReadonlyMap<string, Box>,
  dragged: readonly string[],
  at: Point,
): GroupDrop | undefined {
  const moving = new Set(dragged)
  const carried = items.filter(({ id }) => moving.has(id))
  if (carried.length === 0 || carried.some(({ type }) => type !== 'note')) return undefined
  const target = items.findLast((item) => item.type === 'note' && !moving.has(item.id) && isWellWithin(boxes.get(item.id), at))
  if (!target) return undefined
  const frame = items.find(({ id }) => id === frameOf(target))
  const group = isGroup(frame) ? frame.id : undefined
  // Within their own group they are only put in order.
  if (group !== undefined && carried.every((item) => frameOf(item) === group)) return undefined
  return { target: target.id, group }
}

function isWellWithin(box: Box | undefined, { x, y }: Point): boolean {
  if (!box) return false
  const [aside, above] = [box.width * rim, box.height * rim]
  return x > box.x + aside && x < box.x + box.width - aside && y > box.y + above && y < box.y + box.height - above
}
