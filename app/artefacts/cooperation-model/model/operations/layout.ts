import { boardBoxes, boxAround, frameHeader, overlaps, type Box, type Point } from '../boxes'
import { frameOf, type BoardItem, type Frame, type Member } from '../content'
import { frameMeasures } from '../measures'
import { firstFree, freeSpotBelow, type Size } from './free-spot'

const { gap, padding } = frameMeasures

/** So many find a place each where there is one; more come as rows of their own. */
const aFew = 4

/** A block of notes is about half as wide again as it is tall: as screens and papers are. */
const widthToHeight = 1.5

export interface Placing {
  /** One corner for each size, in the order given. */
  spots: readonly Point[]
  /** Around all of them; undefined around none. */
  around: Box | undefined
}

/** Even rows of equal columns, each row as tall as its tallest. */
export function inRows(sizes: readonly Size[], corner: Point, columns: number): Placing {
  const width = widest(sizes)
  const spots: Point[] = []
  let y = corner.y
  for (let start = 0; start < sizes.length; start += columns) {
    const row = sizes.slice(start, start + columns)
    spots.push(...row.map((_, column) => ({ x: corner.x + column * (width + gap), y })))
    y += Math.max(...row.map(({ height }) => height)) + gap
  }
  return placing(spots, sizes)
}

/** How many columns make a block of the usual form. */
export function columnsFor(sizes: readonly Size[], count = sizes.length): number {
  if (sizes.length === 0) return 1
  const height = sizes.reduce((sum, size) => sum + size.height, 0) / sizes.length + gap
  return Math.max(1, Math.ceil(Math.sqrt((widthToHeight * count * height) / (widest(sizes) + gap))))
}

/** Where things go in a frame: free places for a few, even rows below all that stands there for more. Covers nothing. */
export function placesInFrame(items: readonly BoardItem[], frame: Frame, things: readonly (Size & { id: string })[]): Placing {
  const boxes = boardBoxes(items)
  const box = boxes.get(frame.id) ?? frame
  const coming = new Set(things.map(({ id }) => id))
  const here = items.filter(({ id }) => id !== frame.id && !coming.has(id))
  const isMember = (item: BoardItem) => frameOf(item) === frame.id
  const taken = here.flatMap((item) => {
    const other = boxes.get(item.id) ?? item
    // What holds this frame, or shows it within itself, takes no room in it.
    return (isMember(item) || overlaps(other, box)) && !holds(other, box) ? [other] : []
  })
  const area = { x: frame.x + padding, y: frame.y + frameHeader(frame) + gap, width: box.width - 2 * padding }
  if (things.length <= aFew) return oneByOne(area, taken, things)
  const top = taken.reduce((low, other) => Math.max(low, other.y + other.height + gap), area.y)
  const fitting = Math.floor((area.width + gap) / (widest(things) + gap))
  const columns = Math.max(1, fitting, columnsFor(things, things.length + here.filter(isMember).length))
  return inRows(things, { x: area.x, y: top }, columns)
}

/** Where things go that stand in no frame: below all that is on the board. */
export function placesBelow(items: readonly BoardItem[], things: readonly Size[]): Placing {
  const columns = columnsFor(things)
  const { around } = inRows(things, { x: 0, y: 0 }, columns)
  if (!around) return { spots: [], around }
  return inRows(things, freeSpotBelow(items, around), columns)
}

export const sized = (item: Member, box: Box | undefined): Size & { id: string } => ({
  id: item.id,
  width: box?.width ?? item.width,
  height: box?.height ?? item.height,
})

function oneByOne(area: Point & { width: number }, taken: readonly Box[], things: readonly Size[]): Placing {
  const now = [...taken]
  const spots = things.map(({ width, height }) => {
    const spot = firstFree({ ...area, width: Math.max(area.width, width) }, now, { width, height })
    now.push({ ...spot, width, height })
    return spot
  })
  return placing(spots, things)
}

function placing(spots: readonly Point[], sizes: readonly Size[]): Placing {
  const boxes = spots.map((spot, index) => ({ ...spot, width: sizes[index]?.width ?? 0, height: sizes[index]?.height ?? 0 }))
  return { spots, around: boxAround(boxes) }
}

const widest = (sizes: readonly Size[]): number => sizes.reduce((most, { width }) => Math.max(most, width), 1)

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height
