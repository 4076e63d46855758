import type { KeyboardEvent } from 'react'
import type { Box, Point } from '../../model/boxes'
import { leastSizes, longStep, step } from '../../model/measures'
import type { BoardItem, Connector, ItemType } from '../../model/content'
import type { Acts } from '../acts'
import { isCommand, isUndoKey } from '../keys'
import { thingAt } from './standings-context'

interface BoardKeys {
  acts: Acts
  canEdit: boolean
  items: readonly BoardItem[]
  connectors: readonly Connector[]
  boxes: ReadonlyMap<string, Box>
  selection: ReadonlySet<string>
  active: string | undefined
  /** Chooses, and where `focus` says so moves the focus there. */
  choose(ids: readonly string[], focus?: string): void
  edit(id: string): void
  add(type: ItemType): void
  remove(): void
  duplicate(): void
  gather(): void
  zoom(change: 'in' | 'out' | 'fit'): void
}

const ways: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

const addKeys: Record<string, ItemType> = { n: 'note', a: 'actor', t: 'text', f: 'frame' }

/**
 * The board's keys, for when the focus is on it or on something on it:
 * arrows go from thing to thing in reading order, with Alt or Shift they move it, with both they resize it.
 */
export function boardKeyDown(event: KeyboardEvent<HTMLElement>, keys: BoardKeys): void {
  const isOnBoard = event.target === event.currentTarget || thingAt(event.target) !== undefined
  if (!isOnBoard || event.defaultPrevented || isWriting(event.target)) return
  const isDone =
    isUndoKey(event, keys.acts) ||
    arrowKey(event, keys) ||
    (keys.canEdit && editKey(event, keys)) ||
    chooseKey(event, keys) ||
    zoomKey(event, keys)
  if (isDone) {
    event.preventDefault()
    event.stopPropagation()
  }
}

function arrowKey(event: KeyboardEvent, keys: BoardKeys): boolean {
  const way = ways[event.key]
  if (!way) return false
  if (event.altKey || event.shiftKey) return keys.canEdit && moveOrResize(event, way, keys)
  const order = [...keys.items, ...keys.connectors].map(({ id }) => id)
  const place = keys.active === undefined ? -1 : order.indexOf(keys.active)
  const next = order[place === -1 ? 0 : place + way.x + way.y]
  if (next !== undefined) keys.choose(isCommand(event) ? [...keys.selection] : [next], next)
  return true
}

function moveOrResize(event: KeyboardEvent, way: Point, keys: BoardKeys): boolean {
  const { active, selection, acts } = keys
  if (active === undefined) return false
  if (event.altKey && event.shiftKey) {
    const item = keys.items.find(({ id }) => id === active)
    const box = keys.boxes.get(active)
    if (!item || !box) return false
    const least = leastSizes[item.type]
    acts.resize(active, {
      ...{ x: item.x, y: item.y },
      width: Math.max(least.width, box.width + way.x * step),
      height: Math.max(least.height, box.height + way.y * step),
    })
    return true
  }
  const distance = event.shiftKey ? longStep : step
  const chosen = selection.has(active) ? [...selection] : [active]
  acts.move(chosen, { x: way.x * distance, y: way.y * distance })
  return true
}

function editKey(event: KeyboardEvent, keys: BoardKeys): boolean {
  const { active } = keys
  if (isCommand(event)) {
    if (event.altKey) return false
    const key = event.key.toLowerCase()
    if (key === 'd') keys.duplicate()
    else if (key === 'g') keys.gather()
    else return false
    return true
  }
  if (event.altKey) return false
  const added = addKeys[event.key.toLowerCase()]
  if (added) keys.add(added)
  else if ((event.key === 'Enter' || event.key === 'F2') && active !== undefined) keys.edit(active)
  else if (event.key === 'Delete' || event.key === 'Backspace') keys.remove()
  else return false
  return true
}

function chooseKey(event: KeyboardEvent, keys: BoardKeys): boolean {
  const { active, selection, items, connectors } = keys
  const order = [...items, ...connectors].map(({ id }) => id)
  const first = order[0]
  const last = order.at(-1)
  if (isCommand(event) && event.key.toLowerCase() === 'a' && !event.altKey) keys.choose(order)
  else if (event.key === 'Home' && first) keys.choose([first], first)
  else if (event.key === 'End' && last) keys.choose([last], last)
  else if (event.key === ' ' && active !== undefined) keys.choose(toggled(selection, active))
  else if (event.key === 'Escape' && selection.size > 0) keys.choose([])
  else return false
  return true
}

function zoomKey(event: KeyboardEvent, { zoom }: BoardKeys): boolean {
  if (isCommand(event) || event.altKey) return false
  if (event.key === '+') zoom('in')
  else if (event.key === '-') zoom('out')
  else if (event.key === '0') zoom('fit')
  else return false
  return true
}

export function toggled(selection: ReadonlySet<string>, id: string): string[] {
  return selection.has(id) ? [...selection].filter((other) => other !== id) : [...selection, id]
}

function isWriting(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
