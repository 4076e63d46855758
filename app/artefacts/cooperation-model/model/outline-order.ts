import { byOrder } from '../../../document/order'
import { allFrames, frameOf, groupOf, isFrame, noFrame, type BoardItem } from './content'

/** Frames by their order, each followed by what is in it, then what is in none. A frame that is gone holds nothing. */
export function inOutlineOrder(items: readonly BoardItem[]): BoardItem[] {
  const frames = new Set<string>()
  for (const item of items) if (isFrame(item)) frames.add(item.id)
  const groups = new Map<string, BoardItem[]>()
  for (const stored of items) {
    const item = withKnownFrame(stored, frames)
    const group = groupOf(item)
    const known = groups.get(group)
    if (known) known.push(item)
    else groups.set(group, [item])
  }
  const inOrder = (group: string) => groups.get(group)?.sort(byOrder) ?? []
  return [...inOrder(allFrames).flatMap((frame) => [frame, ...inOrder(frame.id)]), ...inOrder(noFrame)]
}

/**
 * Orders the same document again and again. While nobody adds, deletes or moves anything in the outline, only what
 * changed is put in its place: at ten thousand items that is what makes a keystroke cheap.
 */
export function createOutlineOrder(): (items: readonly BoardItem[]) => BoardItem[] {
  let before: { items: readonly BoardItem[]; ordered: BoardItem[]; places: ReadonlyMap<string, number> } | undefined
  return (items) => {
    const changed = before && changesOfWords(before.items, items)
    if (before && changed) {
      if (changed.length === 0) return before.ordered
      const { places } = before
      const ordered = [...before.ordered]
      for (const item of changed) {
        const place = places.get(item.id) ?? -1
        const old = ordered[place]
        // One whose frame is gone stands in the outline as a copy without it.
        if (old) ordered[place] = frameOf(old) === frameOf(item) ? item : loosened(item)
      }
      before = { items, ordered, places }
      return ordered
    }
    const ordered = inOutlineOrder(items)
    before = { items, ordered, places: new Map(ordered.map(({ id }, place) => [id, place])) }
    return ordered
  }
}

/** What changed, when nothing did that decides where anything stands; else undefined. */
function changesOfWords(before: readonly BoardItem[], now: readonly BoardItem[]): BoardItem[] | undefined {
  if (before.length !== now.length) return undefined
  const changed: BoardItem[] = []
  for (const [index, item] of now.entries()) {
    const old = before[index]
    if (old === item) continue
    if (!old || old.id !== item.id || old.order !== item.order || groupOf(old) !== groupOf(item)) return undefined
    changed.push(item)
  }
  return changed
}

function withKnownFrame(item: BoardItem, frames: ReadonlySet<string>): BoardItem {
  const frame = frameOf(item)
  return frame === undefined || frames.has(frame) ? item : loosened(item)
}

// Kept by item, so that one whose frame is gone stays the same object from reading to reading.
const loose = new WeakMap<BoardItem, BoardItem>()

function loosened(item: BoardItem): BoardItem {
  const known = loose.get(item)
  if (known) return known
  const made = { ...item }
  if ('frame' in made) delete made.frame
  loose.set(item, made)
  return made
}
