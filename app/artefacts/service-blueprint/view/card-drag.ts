import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import type { Arrangement } from '../model/arrangement'
import type { CardPlace } from '../model/card-operations'
import type { Card } from '../model/content'

/** How far (px) a pointer goes before a press becomes a drag. */
const firstMove = 6
/** Near an edge (px) the grid scrolls by itself. */
const edge = 56

/** Where a dragged card would land: `index` among the others, `shownIndex` among all that the cell shows. */
export interface DropTarget extends CardPlace {
  shownIndex: number
}

export interface CardDrag {
  card: string
  target: DropTarget | undefined
}

/**
 * Dragging cards by pointer: mouse and pen from anywhere on a card, a finger from its handle, so that the
 * page still scrolls by touch. Esc puts the card back. The same can be done by keys and by "Move to…".
 */
export function useCardDrag(
  frame: RefObject<HTMLElement | null>,
  onDrop: (card: Card, place: CardPlace) => void,
  arrangement: Arrangement,
) {
  const [drag, setDrag] = useState<CardDrag | null>(null)
  const stop = useRef<(() => void) | undefined>(undefined)
  const latest = useRef({ onDrop, arrangement })
  useEffect(() => {
    latest.current = { onDrop, arrangement }
  })
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const { target } = event
    if (event.button !== 0 || !(target instanceof Element) || !frame.current) return
    const handle = target.closest(event.pointerType === 'touch' ? '[data-grip]' : '[data-drag]')
    const item = handle?.closest<HTMLElement>('[data-card]')
    if (!item || !frame.current.contains(item)) return
    stop.current?.()
    stop.current = followPointer(event.nativeEvent, frame.current, item, {
      show: setDrag,
      drop: (id, place) => {
        const card = cardOf(latest.current.arrangement, id, item)
        if (card) latest.current.onDrop(card, place)
      },
    })
  }
  return { drag, onPointerDown }
}

function cardOf({ cardsIn }: Arrangement, id: string, item: HTMLElement): Card | undefined {
  const cell = item.closest<HTMLElement>('[data-cell]')
  return cardsIn(cell?.dataset['phase'] ?? '', cell?.dataset['lane'] ?? '').find((card) => card.id === id)
}

interface Following {
  show(drag: CardDrag | null): void
  drop(card: string, place: CardPlace): void
}

/** Follows one press until it is let go; answers how to stop it early. */
function followPointer(
  start: PointerEvent,
  frame: HTMLElement,
  item: HTMLElement,
  following: Following,
): () => void {
  const card = item.dataset['card'] ?? ''
  const ending = new AbortController()
  const at = { x: start.clientX, y: start.clientY }
  let ghost: HTMLElement | undefined
  let target: DropTarget | undefined
  let scrolling = 0

  const look = () => {
    const found = targetAt(frame, card, at.x, at.y)
    if (JSON.stringify(found) === JSON.stringify(target)) return
    target = found
    following.show({ card, target })
  }
  const scroll = () => {
    if (scrollAtEdge(frame, at)) look()
    scrolling = requestAnimationFrame(scroll)
  }
  const end = (isDrop: boolean) => {
    ending.abort()
    cancelAnimationFrame(scrolling)
    if (!ghost) return
    ghost.remove()
    item.style.opacity = ''
    following.show(null)
    ignoreNextClick()
    if (isDrop && target) following.drop(card, target)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return
    at.x = event.clientX
    at.y = event.clientY
    if (!ghost) {
      if (Math.hypot(at.x - start.clientX, at.y - start.clientY) < firstMove) return
      ghost = makeGhost(item)
      item.style.opacity = '0.4'
      scrolling = requestAnimationFrame(scroll)
    }
    event.preventDefault()
    ghost.style.translate = `${at.x - start.clientX}px ${at.y - start.clientY}px`
    look()
  }
  const { signal } = ending
  window.addEventListener('pointermove', move, { signal, passive: false })
  window.addEventListener('pointerup', () => end(true), { signal })
  window.addEventListener('pointercancel', () => end(false), { signal })
  window.addEventListener('blur', () => end(false), { signal })
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(false), {
    signal,
    capture: true,
  })
  return () => end(false)
}

function targetAt(frame: HTMLElement, card: string, x: number, y: number): DropTarget | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')
  const phase = cell?.dataset['phase']
  const lane = cell?.dataset['lane']
  if (!cell || !frame.contains(cell) || !phase || !lane) return undefined
  const items = [...cell.querySelectorAll<HTMLElement>('[data-card]')]
  const below = items.findIndex((one) => {
    const { top, height } = one.getBoundingClientRect()
    return y < top + height / 2
  })
  const shownIndex = below === -1 ? items.length : below
  const own = items.findIndex((one) => one.dataset['card'] === card)
  return { phase, lane, shownIndex, index: own !== -1 && own < shownIndex ? shownIndex - 1 : shownIndex }
}

function makeGhost(item: HTMLElement): HTMLElement {
  const { left, top, width } = item.getBoundingClientRect()
  // The grid may be drawn smaller or larger than the page: the copy, outside of it, must be told.
  const zoom = width / (item.offsetWidth || width)
  const ghost = item.cloneNode(true) as HTMLElement
  ghost.setAttribute('aria-hidden', 'true')
  ghost.setAttribute('inert', '')
  Object.assign(ghost.style, {
    position: 'fixed',
    left: `${left / zoom}px`,
    top: `${top / zoom}px`,
    width: `${width / zoom}px`,
    zoom: String(zoom),
    zIndex: '60',
    pointerEvents: 'none',
    listStyle: 'none',
    boxShadow: 'var(--shadow-floating)',
  })
  document.body.append(ghost)
  return ghost
}

function scrollAtEdge(frame: HTMLElement, { x, y }: { x: number; y: number }): boolean {
  const box = frame.getBoundingClientRect()
  const before = [frame.scrollLeft, frame.scrollTop]
  frame.scrollBy(push(x, box.left, box.right), push(y, box.top, box.bottom))
  return frame.scrollLeft !== before[0] || frame.scrollTop !== before[1]
}

function push(at: number, start: number, end: number): number {
  if (at < start + edge) return -Math.min(14, (start + edge - at) / 3)
  return at > end - edge ? Math.min(14, (at - end + edge) / 3) : 0
}

/** Letting go over the card's own button would also press it. */
function ignoreNextClick() {
  const stop = (event: Event) => event.stopPropagation()
  window.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }))
}
