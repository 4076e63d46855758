import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { LiveState } from '../../model/live-state'

interface ShownState {
  /** What the page shows. */
  shown: LiveState
  /** The workshop has gone on, and this participant is in the middle of something. */
  behind: boolean
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

/**
 * The state that is shown. A new step takes the place of the one before by itself, but not under the fingers of whoever
 * has the focus in it or a text begun: it waits until they leave, or ask for it. An empty field for a new note
 * keeps nobody.
 */
export function useShownState(state: LiveState): ShownState {
  const area = useRef<HTMLElement>(null)
  const [shown, setShown] = useState(state)
  const [wish, setWish] = useState(0)
  const [stays, setStays] = useState(false)
  const behind = placeOf(state) !== placeOf(shown)
  const mayMove = () => {
    const inside = area.current
    if (!inside) return true
    const active = document.activeElement
    // Whoever is on the button that leads on would lose it, and the focus with it.
    if (active?.closest('[data-goes-on]') || inside.querySelector('[data-unfinished]')) return false
    // An empty field for a new note holds nobody: the focus stays there after each note.
    return !inside.contains(active) || active?.closest('[data-waits-for-words]') != null
  }
  const follow = useEffectEvent(() => {
    if (state === shown) return
    const stay = behind && !mayMove()
    setStays(stay)
    if (stay) return
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
    behind: behind && stays,
    area,
    goOn: () => {
      setStays(false)
      setShown(state)
      setWish((before) => before + 1)
    },
  }
}

/** What would take another's place on the page. */
function placeOf({ stage, step }: LiveState): string {
  return stage === 'running' ? `running ${step?.id ?? ''}` : stage
}
