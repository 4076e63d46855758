import type { Node } from '@xyflow/react'
import type { Box } from '../../model/boxes'
import { isFrame, type BoardItem, type ItemType } from '../../model/content'

export interface ItemNodeData extends Record<string, unknown> {
  item: BoardItem
  /** It alone is reached by Tab. */
  active: boolean
  editing: boolean
}

export type ItemNode = Node<ItemNodeData, ItemType>

/** What of the board's nodes depends on what one is doing just now. */
export interface NodeLooks {
  /** Where things are seen: with what is just being dragged and resized. */
  boxes: ReadonlyMap<string, Box>
  selection: ReadonlySet<string>
  active: string | undefined
  /** The item that is being written in on the board. */
  editing: string | undefined
  mayMove(item: BoardItem): boolean
}

// Frames lie under connectors (1), items above them; what is being edited lies over everything.
export const layers = { frame: 0, connectors: 1, item: 2, selected: 3, labels: 4, edited: 1000 }

interface Made extends ItemNodeData {
  box: Box
  selected: boolean
  movable: boolean
  node: ItemNode
}

/** Makes nodes of items and keeps those that did not change: of ten thousand, one edit makes one anew. */
export function createNodeMaker(): (items: readonly BoardItem[], looks: NodeLooks) => ItemNode[] {
  let known = new Map<string, Made>()
  return (items, looks) => {
    const next = new Map<string, Made>()
    const nodes = items.map((item) => {
      const before = known.get(item.id)
      const box = looks.boxes.get(item.id) ?? item
      const made = before && isStill(before, item, box, looks) ? before : make(item, box, looks)
      next.set(item.id, made)
      return made.node
    })
    known = next
    return nodes
  }
}

function isStill(before: Made, item: BoardItem, box: Box, looks: NodeLooks): boolean {
  return (
    before.item === item &&
    isSameBox(before.box, box) &&
    before.selected === looks.selection.has(item.id) &&
    before.active === (looks.active === item.id) &&
    before.editing === (looks.editing === item.id) &&
    before.movable === looks.mayMove(item)
  )
}

function make(item: BoardItem, box: Box, looks: NodeLooks): Made {
  const selected = looks.selection.has(item.id)
  const editing = looks.editing === item.id
  const active = looks.active === item.id
  const movable = looks.mayMove(item)
  const size = { width: box.width, height: box.height }
  const node: ItemNode = {
    id: item.id,
    type: item.type,
    position: { x: box.x, y: box.y },
    ...size,
    measured: size,
    selected,
    draggable: movable && !editing,
    zIndex: editing ? layers.edited : isFrame(item) ? layers.frame : selected ? layers.selected : layers.item,
    ...(isFrame(item) ? frameProps : itemProps),
    data: { item, active, editing },
  }
  return { item, box, selected, active, editing, movable, node }
}

function isSameBox(one: Box, other: Box): boolean {
  if (one === other) return true
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

// The names and roles stand on the element within, which is drawn only where it can be seen.
const itemProps = { domAttributes: { 'aria-roledescription': undefined } }

/** A frame is moved by its name only: what lies under it can be panned and marked as if it were not there. */
const frameProps = { ...itemProps, dragHandle: '.frame-name', style: { pointerEvents: 'none' as const } }
