import type { KeyboardEvent } from 'react'
import type { Arrangement } from '../model/arrangement'
import type { Acts } from './acts'
import { focusName } from './open-things'

/** A cell: without a lane the head of a column, without a phase the head of a row. */
export interface CellPlace {
  phase?: string | undefined
  lane?: string | undefined
}

const arrows: Record<string, { columns: number; rows: number }> = {
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
}

/** Keys of the grid, after what a card or a field within it has taken for itself. */
export function onGridKey(
  event: KeyboardEvent<HTMLElement>,
  arrangement: Arrangement,
  acts: Acts,
  canEdit: boolean,
): void {
  const target = event.target
  // Menus and windows opened from a cell stand elsewhere in the page, though React sends their keys here too.
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return
  if (event.altKey || target.closest('input, textarea, select, [data-editing]')) return
  const cell = target.closest<HTMLElement>('[data-cell]')
  if (!cell) return
  const place: CellPlace = { phase: cell.dataset['phase'], lane: cell.dataset['lane'] }
  const handled =
    moveFocus(event, cell, place, arrangement) ||
    (canEdit && !isCommand(event) && act(event, cell, place, arrangement, acts))
  if (handled) event.preventDefault()
}

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}

function moveFocus(
  event: KeyboardEvent,
  cell: HTMLElement,
  place: CellPlace,
  arrangement: Arrangement,
): boolean {
  if (event.key === 'Escape' && event.target !== cell) {
    cell.focus()
    return true
  }
  if (event.key === 'Enter' && event.target === cell) return focusFirst(cell)
  const within = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (within && !isCommand(event) && focusNextCard(cell, event.target, within)) return true
  const next = placeAfter(event, place, arrangement)
  if (!next) return false
  const name =
    next.phase && next.lane
      ? focusName.cell(next.phase, next.lane)
      : next.phase
        ? focusName.phase(next.phase)
        : focusName.lane(next.lane ?? '')
  const table = cell.closest('table')
  table?.querySelector<HTMLElement>(`[data-focus-name="${CSS.escape(name)}"]`)?.focus()
  return true
}

/** Into the cell: to its first card, or to the one button that a cell without cards has. */
function focusFirst(cell: HTMLElement): boolean {
  const first = cell.querySelector<HTMLElement>('[data-card] [data-focus-name]')
  first?.focus()
  return first !== null
}

function focusNextCard(cell: HTMLElement, from: EventTarget, by: 1 | -1): boolean {
  const cards = [...cell.querySelectorAll<HTMLElement>('[data-card] [data-focus-name]')]
  const index = cards.findIndex((card) => card === from)
  const next = index === -1 ? undefined : cards[index + by]
  next?.focus()
  return next !== undefined
}

function placeAfter(
  event: KeyboardEvent,
  place: CellPlace,
  { phases, lanes }: Arrangement,
): CellPlace | undefined {
  // 0 is the head; the cells count from 1.
  const column = phases.findIndex(({ id }) => id === place.phase) + 1
  const row = lanes.findIndex(({ id }) => id === place.lane) + 1
  const at = (toColumn: number, toRow: number): CellPlace | undefined => {
    const outside = toColumn < 0 || toRow < 0 || toColumn > phases.length || toRow > lanes.length
    if (outside || (toColumn === 0 && toRow === 0)) return undefined
    return { phase: phases[toColumn - 1]?.id, lane: lanes[toRow - 1]?.id }
  }
  if (event.key === 'Home') return isCommand(event) ? at(1, 1) : at(row === 0 ? 1 : 0, row)
  if (event.key === 'End') return at(phases.length, isCommand(event) ? lanes.length : row)
  const arrow = isCommand(event) ? undefined : arrows[event.key]
  return arrow && at(column + arrow.columns, row + arrow.rows)
}

function act(
  event: KeyboardEvent,
  cell: HTMLElement,
  { phase, lane }: CellPlace,
  { lanes }: Arrangement,
  acts: Acts,
): boolean {
  const takesCards = lanes.find(({ id }) => id === lane)?.kind !== 'feelings'
  if (phase && lane) {
    const adds = event.key.toLowerCase() === 'a' || (event.key === 'Enter' && event.target === cell)
    if (!adds) return false
    if (takesCards) acts.addCard(phase, lane)
    else acts.edit({ kind: 'feeling', id: phase })
    return true
  }
  if (event.target !== cell) return false
  const id = phase ?? lane
  if (!id) return false
  if (event.key === 'Enter' || event.key === 'F2') {
    acts.edit(phase ? { kind: 'phase', id } : { kind: 'lane', id })
    return true
  }
  if (event.key !== 'Delete') return false
  if (phase) acts.removePhase(id)
  else acts.removeLane(id)
  return true
}
