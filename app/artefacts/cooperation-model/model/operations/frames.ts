import type * as Y from 'yjs'
import { orderBetween } from '../../../../document/order'
import { newId } from '../../../../lib/id'
import { addRecord, readRecords } from '../../../../document/records'
import { boardBoxes, boxAround, type Box, type Point } from '../boxes'
import { allFrames, frameOf, isFrame, isGroup, isId, longestName, type BoardItem, type Connector, type Frame } from '../content'
import { connectorShape, itemShape, readItems } from '../document'
import { defaultSizes, frameMeasures } from '../measures'
import { mendItem, shortened } from '../mend'
import { freeSpotBeside } from './free-spot'
import { columnsFor, inRows } from './layout'
import { orderAtEnd } from './orders'
import { movedBy } from './room'

export interface NewFrame {
  id: string
  name: string
}

/**
 * Makes frames beside all that is on the board, in even rows. `copyOf` a frame: each holds a copy of what is in it, with
 * its groups beside it as they stand beside the original, and the connectors between what is copied. Ids are kept: a
 * frame that is there already is left alone.
 */
export function makeFrames(root: Y.Map<unknown>, wanted: readonly NewFrame[], copyOf: string | null): void {
  const items = readItems(root)
  const there = new Set(items.map(({ id }) => id))
  const fresh = wanted.filter(({ id }) => isId(id) && !there.has(id))
  if (fresh.length === 0) return
  const model = items.find((item): item is Frame => item.id === copyOf && isFrame(item))
  const cluster = model ? clusterOf(items, model) : []
  const room = boxAround(cluster.flatMap(({ id }) => boardBoxes(items).get(id) ?? [])) ?? { x: 0, y: 0, ...defaultSizes.frame }
  const sizes = fresh.map(() => apart(room))
  const { spots } = inRows(sizes, freeSpotBeside(items), columnsFor(sizes))
  const connectors = readRecords(root, 'connectors', connectorShape)
  let order = orderAtEnd(items, allFrames)
  for (const [index, frame] of fresh.entries()) {
    const spot = spots[index] ?? room
    const by = { x: spot.x - room.x, y: spot.y - room.y }
    const own = { id: frame.id, name: shortened(frame.name, longestName), order }
    if (model) copyCluster(root, cluster, connectors, { original: model.id, own, by })
    else addItemOf(root, { ...defaultSizes.frame, ...spot, ...own, type: 'frame', colour: 'paper' })
    order = orderBetween(order, undefined)
  }
}

/** A frame, its groups, and what is in them all. */
function clusterOf(items: readonly BoardItem[], frame: Frame): BoardItem[] {
  const frames = new Set(items.flatMap((item) => (isGroup(item) && item.gathers === frame.id ? [item.id] : [])))
  frames.add(frame.id)
  return items.filter((item) => frames.has(item.id) || frames.has(frameOf(item) ?? ''))
}

function copyCluster(root: Y.Map<unknown>, cluster: readonly BoardItem[], connectors: readonly Connector[], copy: Copy): void {
  const { original, own, by } = copy
  const ids = new Map(cluster.map(({ id }) => [id, id === original ? own.id : newId()]))
  for (const item of cluster) {
    const moved = { ...item, ...movedBy(item, by), id: ids.get(item.id) ?? newId() }
    if (!isFrame(moved)) addItemOf(root, { ...moved, frame: ids.get(moved.frame ?? '') })
    else addItemOf(root, item.id === original ? { ...moved, ...own } : { ...moved, gathers: own.id })
  }
  for (const connector of connectors) {
    const [from, to] = [ids.get(connector.from), ids.get(connector.to)]
    if (from && to) addRecord(root, 'connectors', connectorShape, { ...connector, id: newId(), from, to })
  }
}

interface Copy {
  /** The id of the frame that is copied. */
  original: string
  own: { id: string; name: string; order: string }
  by: Point
}

function addItemOf(root: Y.Map<unknown>, wanted: unknown): void {
  const item = mendItem(wanted)
  if (item) addRecord(root, 'items', itemShape, item)
}

/** With more air around it than notes have. */
const apart = ({ width, height }: Box) => ({ width: width + frameMeasures.gap, height: height + frameMeasures.gap })
