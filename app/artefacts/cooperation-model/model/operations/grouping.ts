import type * as Y from 'yjs'
import { newId } from '../../../../lib/id'
import { addRecord } from '../../../../document/records'
import { boardBoxes, boxAround, frameHeader, overlaps, type Box, type Point } from '../boxes'
import { frameOf, groupsOf, isFrame, isGroup, longestName, wholeBoard, type BoardItem, type Frame, type Note } from '../content'
import { itemShape, readItems } from '../document'
import { frameMeasures } from '../measures'
import { mendItem, shortened } from '../mend'
import { freeSpotBeside, type Size } from './free-spot'
import { changeItem } from './items'
import { columnsFor, inRows, sized } from './layout'
import { putInFrame } from './moving'
import { orderAtEnd } from './orders'
import { readItem } from './read-item'

/**
 * A new group around notes, in free space near the frame that they come from, so that nothing else moves. The notes keep
 * the order given. Answers its id; undefined where none of them is there.
 */
export function gather(root: Y.Map<unknown>, ids: readonly string[], name: string): string | undefined {
  const items = readItems(root)
  const notes = ids.flatMap((id) => items.find((item): item is Note => item.id === id && item.type === 'note') ?? [])
  const [first] = notes
  if (!first) return undefined
  const group = groupAround(items, notes, gatheredFrame(items, first), name)
  addRecord(root, 'items', itemShape, group)
  putInFrame(root, notes.map(({ id }) => id), group.id)
  return group.id
}

/** Puts notes into a group, or with null out of theirs: back into the frame that it gathers. */
export function moveToGroup(root: Y.Map<unknown>, ids: readonly string[], group: string | null): void {
  if (group !== null) {
    if (isGroup(readItem(root, group))) putInFrame(root, ids, group)
    return
  }
  const items = readItems(root)
  const wanted = new Set(ids)
  const leaving = items.filter((item) => wanted.has(item.id) && isGroup(frameNamed(items, frameOf(item))))
  for (const frame of new Set(leaving.map((item) => gatheredFrame(items, item)))) {
    const back = leaving.filter((item) => gatheredFrame(items, item) === frame)
    putInFrame(root, back.map(({ id }) => id), frame === wholeBoard ? undefined : frame)
  }
}

export function renameGroup(root: Y.Map<unknown>, id: string, name: string): void {
  if (isGroup(readItem(root, id))) changeItem(root, id, { name })
}

/** The frame whose things a thing is among: its own, or the one that its group gathers; `wholeBoard` for none. */
export function gatheredFrame(items: readonly BoardItem[], item: BoardItem): string {
  const frame = frameNamed(items, frameOf(item))
  return frame?.gathers ?? frame?.id ?? wholeBoard
}

function frameNamed(items: readonly BoardItem[], id: string | undefined): Frame | undefined {
  return id === undefined ? undefined : items.find((item): item is Frame => item.id === id && isFrame(item))
}

/** Wide enough for its name and two notes side by side. */
const fewestColumns = 2

function groupAround(items: readonly BoardItem[], notes: readonly Note[], gathers: string, name: string): Frame {
  const boxes = boardBoxes(items)
  const { padding, gap } = frameMeasures
  const things = notes.map((note) => sized(note, boxes.get(note.id)))
  const columns = Math.max(fewestColumns, columnsFor(things))
  const widest = Math.max(...things.map(({ width }) => width))
  const frame: Frame = {
    ...{ id: newId(), type: 'frame', name: shortened(name, longestName), gathers },
    ...{ x: 0, y: 0, width: columns * (widest + gap) - gap + 2 * padding, height: 0 },
    ...{ colour: first(notes)?.colour ?? 'paper', order: orderAtEnd(items, groupsOf(gathers)) },
  }
  const top = frameHeader(frame) + gap
  const rows = inRows(things, { x: padding, y: top }, columns).around
  const size = { width: frame.width, height: (rows ? rows.y + rows.height : top) + padding }
  const spot = freeSpotFor(items, size, boxes.get(gathers) ?? boxAround(things.flatMap(({ id }) => boxes.get(id) ?? [])))
  const made = mendItem({ ...frame, ...size, ...spot })
  return made?.type === 'frame' ? made : frame
}

/** Beside or below a box, where a size covers nothing; the nearest such place. */
function freeSpotFor(items: readonly BoardItem[], size: Size, near: Box | undefined): Point {
  const aside = freeSpotBeside(items)
  if (!near) return aside
  const boxes = boardBoxes(items)
  const apart = 2 * frameMeasures.gap
  const inTheWay = items.flatMap((item) => (frameOf(item) === undefined ? (boxes.get(item.id) ?? []) : []))
  const frames = [near, ...items.filter(isFrame).flatMap(({ id }) => boxes.get(id) ?? [])]
  const columns = frames.flatMap(({ x, width }) => [x, x + width + apart])
  const rows = frames.flatMap(({ y, height }) => [y, y + height + apart])
  const spots = [...new Set(columns)].flatMap((x) => [...new Set(rows)].map((y) => ({ x, y })))
  // To the right and below is where one looks for what came of a frame; before it stands what was there first.
  const before = (distance: number) => (distance > 0 ? farther + distance : 0)
  const away = ({ x, y }: Point) =>
    Math.max(0, x - near.x - near.width, y - near.y - near.height) + before(near.x - x) + before(near.y - y)
  const isFree = (spot: Point) => !inTheWay.some((box) => overlaps({ ...spot, ...size }, box, apart - 1))
  const byDistance = (one: Point, other: Point) => away(one) - away(other) || one.y - other.y || one.x - other.x
  return spots.sort(byDistance).find(isFree) ?? aside
}

/** So much farther right or below, in board units, before a place left or above is taken. */
const farther = 2_000

const first = <Thing>(things: readonly Thing[]): Thing | undefined => things[0]
