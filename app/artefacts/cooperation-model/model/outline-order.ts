import { byOrder } from '../../../document/order'
import { allFrames, groupsOf, isFrame, isGroup, noFrame, siblingsKey, wholeBoard, type BoardItem, type Connector } from './content'

/**
 * Frames by their order, each followed by what is in it and by the groups that gather its notes; then the groups of the
 * whole board and what is in no frame. A frame that is gone holds nothing, and gathered nothing less than the board.
 */
export function inOutlineOrder(items: readonly BoardItem[]): BoardItem[] {
  const known = knownFrames(items)
  const siblings = new Map<string, BoardItem[]>()
  for (const stored of items) {
    const item = isKnownPlace(stored, known) ? stored : loosened(stored)
    const key = siblingsKey(item)
    const others = siblings.get(key)
    if (others) others.push(item)
    else siblings.set(key, [item])
  }
  const inOrder = (key: string) => siblings.get(key)?.sort(byOrder) ?? []
  const groups = (gathered: string) => inOrder(groupsOf(gathered)).flatMap((group) => [group, ...inOrder(group.id)])
  return [
    ...inOrder(allFrames).flatMap((frame) => [frame, ...inOrder(frame.id), ...groups(frame.id)]),
    ...groups(wholeBoard),
    ...inOrder(noFrame),
  ]
}

/** Connectors in the outline order of where they come from, then of where they go; those whose end is gone are left out. */
export function connectorsInOrder(connectors: readonly Connector[], items: readonly BoardItem[]): Connector[] {
  if (connectors.length === 0) return []
  const ends = new Set(connectors.flatMap(({ from, to }) => [from, to]))
  const positions = new Map<string, number>()
  for (const [index, { id }] of items.entries()) if (ends.has(id)) positions.set(id, index)
  return connectors
    .filter(({ from, to }) => positions.has(from) && positions.has(to))
    .sort((one, other) => byEnds(one, other, positions))
}

function byEnds(one: Connector, other: Connector, positions: ReadonlyMap<string, number>): number {
  const from = (positions.get(one.from) ?? 0) - (positions.get(other.from) ?? 0)
  const to = (positions.get(one.to) ?? 0) - (positions.get(other.to) ?? 0)
  return from || to || (one.id < other.id ? -1 : 1)
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
        if (old) ordered[place] = siblingsKey(old) === siblingsKey(item) ? item : loosened(item)
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
    if (!old || old.id !== item.id || old.order !== item.order || siblingsKey(old) !== siblingsKey(item)) return undefined
    changed.push(item)
  }
  return changed
}

interface KnownFrames {
  all: ReadonlySet<string>
  /** Those that are no groups: what a group may gather. */
  gathered: ReadonlySet<string>
}

function knownFrames(items: readonly BoardItem[]): KnownFrames {
  const all = new Set<string>()
  const gathered = new Set<string>([wholeBoard])
  for (const item of items) {
    if (!isFrame(item)) continue
    all.add(item.id)
    if (!isGroup(item)) gathered.add(item.id)
  }
  return { all, gathered }
}

function isKnownPlace(item: BoardItem, { all, gathered }: KnownFrames): boolean {
  if (isFrame(item)) return item.gathers === undefined || gathered.has(item.gathers)
  return item.frame === undefined || all.has(item.frame)
}

// Kept by item, so that one whose frame is gone stays the same object from reading to reading.
const loose = new WeakMap<BoardItem, BoardItem>()

function loosened(item: BoardItem): BoardItem {
  const known = loose.get(item)
  if (known) return known
  const made = { ...item }
  if (isFrame(made)) made.gathers = wholeBoard
  else delete made.frame
  loose.set(item, made)
  return made
}
