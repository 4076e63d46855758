import { frameOf, siblingsKey, isFrame, type BoardItem, type Frame } from '../../model/content'

/** Where an item stands among its siblings, as it is read out: "3 / 12, kehys Ohjaus". */
export interface Standing {
  position: number
  count: number
  /** The frame it is in. */
  frame: Frame | undefined
  /** Of a frame: how many items are in it. */
  members: number
}

/** The standing of every item, in one pass. Items come in outline order. */
export function standingsOf(items: readonly BoardItem[]): ReadonlyMap<string, Standing> {
  const frames = new Map<string, Frame>()
  const counts = new Map<string, number>()
  const positions = new Map<string, number>()
  for (const item of items) {
    if (isFrame(item)) frames.set(item.id, item)
    const group = siblingsKey(item)
    const position = (counts.get(group) ?? 0) + 1
    counts.set(group, position)
    positions.set(item.id, position)
  }
  return new Map(
    items.map((item) => {
      const frame = frameOf(item)
      const standing = {
        position: positions.get(item.id) ?? 0,
        count: counts.get(siblingsKey(item)) ?? 0,
        frame: frame === undefined ? undefined : frames.get(frame),
        members: isFrame(item) ? (counts.get(item.id) ?? 0) : 0,
      }
      return [item.id, standing]
    }),
  )
}
