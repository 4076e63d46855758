import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { LiveState } from '../../model/live-state'

type HeldBy = 'words' | 'field'

interface ShownState {
  /** What the page shows. */
  shown: LiveState
  /** What keeps this participant where the workshop no longer is: words begun, or a field they are in. */
  heldBy: HeldBy | null
  /** To where the others are, the focus with it. */
  goOn(): void
  /** Around what a step lets one do. */
  area: RefObject<HTMLElement | null>
}

/** Marks what somebody has begun to write and not added. */
export const unfinished = { 'data-unfinished': '' } as const

/** Marks a field in which nothing has been begun, while it is empty. */
export const waitsForWords = { 'data-waits-for-words': '' } as const

/** Marks what leads on to the step that waits. */
export const goesOn = { 'data-goes-on': '' } as const

// A button that was pressed, or a heading one was led to, has the focus too, and nothing is begun there.
const field = 'input, textarea, select, [contenteditable="true"]'

/**
 * The state that is shown. A new step takes the place of the one before by itself, but not under the fingers of whoever
 * is in one of its fields or has a text begun: it waits until they leave, or ask for it. An empty field for a new note
 * keeps nobody.
 */
export function useShownState(state: LiveState): ShownState {
  const area = useRef<HTMLElement>(null)
  const [shown, setShown] = useState(state)
  const [wish, setWish] = useState(0)
  const [heldBy, setHeldBy] = useState<HeldBy | null>(null)
  const behind = placeOf(state) !== placeOf(shown)
  const holding = (): HeldBy | null => {
    const inside = area.current
    if (inside?.querySelector('[data-unfinished]')) return 'words'
    const active = document.activeElement
    // Whoever is on the button that leads on would lose it, and the focus with it.
    if (active?.closest('[data-goes-on]')) return heldBy
    // An empty field for a new note holds nobody: the focus stays there after each note.
    return inside?.contains(active) && active?.matches(field) && !active.closest('[data-waits-for-words]') ? 'field' : null
  }
  const follow = useEffectEvent(() => {
    if (state === shown) return
    const held = behind ? holding() : null
    setHeldBy(held)
    if (held) return
    // What had the focus goes with the step: it is found again at the new one's heading.
    if (behind && area.current?.contains(document.activeElement)) setWish((before) => before + 1)
    setShown(state)
  })
  useEffect(() => {
    const timer = setTimeout(() => follow())
    return () => clearTimeout(timer)
  }, [state])
  useEffect(() => {
    if (!behind) return undefined
    // When the focus leaves, it is nowhere for a moment.
    const look = () => void setTimeout(follow)
    // The last two: a note that is added empties its field without an input of its own.
    const moments = ['focusout', 'input', 'keyup', 'click'] as const
    for (const moment of moments) document.addEventListener(moment, look)
    return () => {
      for (const moment of moments) document.removeEventListener(moment, look)
    }
  }, [behind])
  useEffect(() => {
    if (wish > 0) area.current?.querySelector<HTMLElement>('[data-step-heading]')?.focus()
  }, [wish])
  return {
    shown: behind ? shown : state,
    heldBy: behind ? heldBy : null,
    area,
    goOn: () => {
      setHeldBy(null)
      setShown(state)
      setWish((before) => before + 1)
    },
  }
}

/** What would take another's place on the page. */
function placeOf({ stage, step }: LiveState): string {
  return stage === 'running' ? `running ${step?.id ?? ''}` : stage
}
