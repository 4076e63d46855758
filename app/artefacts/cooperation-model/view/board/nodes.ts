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
  canEdit: boolean
}

// Frames lie under connectors (1), items above them; what is being edited lies over everything.
export const layers = { frame: 0, connectors: 1, item: 2, selected: 3, labels: 4, edited: 1000 }

/**
 * Makes nodes of items and keeps those that did not change: of ten thousand, one edit makes one anew.
 */
export function createNodeMaker(): (items: readonly BoardItem[], looks: NodeLooks) => ItemNode[] {
  let made = new Map<string, ItemNode>()
  return (items, looks) => {
    const next = new Map<string, ItemNode>()
    for (const item of items) {
      const node = nodeOf(item, looks)
      const known = made.get(item.id)
      next.set(item.id, known && isSame(known, node) ? known : node)
    }
    made = next
    return [...next.values()]
  }
}

function nodeOf(item: BoardItem, looks: NodeLooks): ItemNode {
  const { x, y, width, height } = looks.boxes.get(item.id) ?? item
  const selected = looks.selection.has(item.id)
  const editing = looks.editing === item.id
  const size = { width, height }
  return {
    id: item.id,
    type: item.type,
    position: { x, y },
    ...size,
    measured: size,
    selected,
    draggable: looks.canEdit && !editing,
    zIndex: editing ? layers.edited : isFrame(item) ? layers.frame : selected ? layers.selected : layers.item,
    ...(isFrame(item) ? frameProps : itemProps),
    data: { item, active: looks.active === item.id, editing },
  }
}

// The names and roles stand on the element within, which is drawn only where it can be seen.
const itemProps = { domAttributes: { 'aria-roledescription': undefined } }

/** A frame is moved by its name only: what lies under it can be panned and marked as if it were not there. */
const frameProps = { ...itemProps, dragHandle: '.frame-name', style: { pointerEvents: 'none' as const } }

function isSame(one: ItemNode, other: ItemNode): boolean {
  return (
    one.position.x === other.position.x &&
    one.position.y === other.position.y &&
    one.width === other.width &&
    one.height === other.height &&
    one.selected === other.selected &&
    one.draggable === other.draggable &&
    one.zIndex === other.zIndex &&
    one.data.item === other.data.item &&
    one.data.active === other.data.active &&
    one.data.editing === other.data.editing
  )
}
