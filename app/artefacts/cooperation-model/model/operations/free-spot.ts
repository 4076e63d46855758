import { isFrame, type BoardItem, type ItemType } from '../content'
import { boardBoxes, boxAround, frameHeader, overlaps, type Box, type Point } from '../boxes'
import { frameMeasures } from '../measures'

export interface Size {
  width: number
  height: number
}

const gap = frameMeasures.gap

/** The first free place below all that is on the board. */
export function freeSpotBelow(items: readonly BoardItem[], size: Size): Point {
  const boxes = boardBoxes(items)
  const frames = items.filter(isFrame)
  const framed = boxAround(frames.flatMap(({ id }) => boxes.get(id) ?? []))
  const all = boxAround(boxes.values())
  if (!all) return { x: 0, y: 0 }
  const top = framed ? framed.y + framed.height + 2 * gap : all.y
  const left = framed?.x ?? all.x
  const taken = [...boxes.values()].filter((box) => box.y + box.height > top)
  return firstFree({ x: left, y: top, width: Math.max(framed?.width ?? all.width, 4 * size.width) }, taken, size)
}

/** Right of all that is on the board, on the level of its top: where a new frame goes. */
export function freeSpotBeside(items: readonly BoardItem[]): Point {
  const all = boxAround(boardBoxes(items).values())
  return all ? { x: all.x + all.width + 2 * gap, y: all.y } : { x: 0, y: 0 }
}

/**
 * Near a wished corner, the first place where an item covers nothing of its own layer: frames lie under the rest.
 * Below all that is on the board when all around is full.
 */
export function freeSpotNear(items: readonly BoardItem[], wish: Point, size: Size, type: ItemType): Point {
  const boxes = boardBoxes(items)
  const taken = items
    .flatMap((item) => takenBy(item, boxes.get(item.id) ?? item, type))
    .filter((box) => overlaps(box, at(wish, size), furthestLook))
  const isFree = (corner: Point) => !taken.some((box) => overlaps(at(corner, size), box, gap - 1))
  return spiral(wish).find(isFree) ?? freeSpotBelow(items, size)
}

/** Frames take other frames' room, and of what stands in them only where their names are. */
function takenBy(item: BoardItem, box: Box, type: ItemType): Box[] {
  if (type === 'frame') return isFrame(item) ? [box] : []
  return [isFrame(item) ? { ...box, height: frameHeader(item) } : box]
}

const furthestLook = 480
const lookStep = 48

/** Corners around a corner, the nearest first. */
function spiral({ x, y }: Point): Point[] {
  const corners: Point[] = []
  for (let dx = -furthestLook; dx <= furthestLook; dx += lookStep) {
    for (let dy = -furthestLook; dy <= furthestLook; dy += lookStep) corners.push({ x: x + dx, y: y + dy })
  }
  const distance = (corner: Point) => Math.hypot(corner.x - x, corner.y - y)
  return corners.sort((one, other) => distance(one) - distance(other))
}

/** At `at`, or a little down and right of it while something stands exactly there. */
export function besideTwins(items: readonly BoardItem[], at: Point): Point {
  const corners = new Set(items.map(({ x, y }) => `${x} ${y}`))
  const spot = { x: Math.round(at.x), y: Math.round(at.y) }
  while (corners.has(`${spot.x} ${spot.y}`)) {
    spot.x += 2 * gap
    spot.y += 2 * gap
  }
  return spot
}

// Trying every place costs the cube of what stands there: beyond this many, only the lowest rows are looked at.
const mostTried = 120

/** The first place in reading order within `area` where a size covers nothing; below all that is there when it is full. */
export function firstFree(area: Point & { width: number }, taken: readonly Box[], size: Size): Point {
  const lowest = taken.reduce((low, box) => Math.max(low, box.y + box.height), area.y)
  const below = { x: area.x, y: taken.length > 0 ? lowest + gap : area.y }
  if (taken.length > mostTried) {
    const top = lowest - size.height
    const lowRows = taken.filter((box) => box.y + box.height > top)
    return lowRows.length > mostTried ? below : firstFree({ ...area, y: top }, lowRows, size)
  }
  // Only where something ends can something new begin: at the edges, or just right of or below what is there.
  const lefts = [area.x, ...taken.map((box) => box.x + box.width + gap)]
  const tops = [area.y, ...taken.map((box) => box.y + box.height + gap)]
  const columns = sortedWithin(lefts, area.x, area.x + area.width - size.width)
  for (const y of sortedWithin(tops, area.y, below.y)) {
    for (const x of columns) {
      const spot = at({ x, y }, size)
      if (!taken.some((box) => overlaps(spot, box, gap - 1))) return { x, y }
    }
  }
  return below
}

/** A size at a place. What is given as a size may be a whole box, whose own place does not count. */
const at = ({ x, y }: Point, { width, height }: Size): Box => ({ x, y, width, height })

function sortedWithin(values: number[], least: number, most: number): number[] {
  return [...new Set(values)].filter((value) => value >= least && value <= most).sort((one, other) => one - other)
}
