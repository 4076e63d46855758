import type { EditRule, Undone } from '../../../edit-rule'
import { isFrame, isGroup, type BoardItem, type Connector, type Frame } from '../content'

export type Frames = ReadonlyMap<string, Frame>

export const framesAmong = (items: readonly BoardItem[]): Frames =>
  new Map(items.filter(isFrame).map((frame) => [frame.id, frame]))

/** The frames that an item stands in, itself among them: a note in a group stands in what the group gathers, too. */
export function standsIn(item: BoardItem, frames: Frames): string[] {
  const frame = isFrame(item) ? item : frames.get(item.frame ?? '')
  if (!frame) return []
  return isGroup(frame) ? [frame.id, frame.gathers] : [frame.id]
}

/** Why nothing may be done where an item stands; undefined where it may. */
export function barrier(item: BoardItem, frames: Frames, { place, closed }: EditRule): Undone | undefined {
  const places = standsIn(item, frames)
  if (places.some((id) => closed.includes(id))) return 'closed-place'
  return place !== null && !places.includes(place) ? 'elsewhere' : undefined
}

/** Why nothing may be done with a connector: either of its ends stands where nothing may be. */
export function connectorBarrier(
  { from, to }: Connector,
  items: ReadonlyMap<string, BoardItem>,
  frames: Frames,
  rule: EditRule,
): Undone | undefined {
  const barriers = [from, to].flatMap((id) => {
    const end = items.get(id)
    return (end && barrier(end, frames, rule)) ?? []
  })
  return barriers.includes('closed-place') ? 'closed-place' : barriers[0]
}
