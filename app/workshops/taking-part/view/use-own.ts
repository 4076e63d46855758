import { useCallback, useEffect, useMemo, useState } from 'react'
import type { LiveState } from '../../model/live-state'
import { askForOwn, type OwnStanding } from '../own'

// Sixty who hear of a step in the same instant do not all ask in that instant.
const spread = 400
const again = 5_000

// A hand that is up may be taken down by the facilitator, of which nobody else is told.
const lookAtHand = 8_000

interface Own {
  own: OwnStanding
  /** Asks now: one has moved one's hand, of which the workshop's state tells nothing. */
  ask(): void
}

/** What is one's own, asked for again whenever the workshop has changed, and while one's hand is up. */
export function useOwn(workshopId: string, sent: OwnStanding, state: LiveState): Own {
  const [known, setKnown] = useState({ turn: state.turn, own: sent })
  const [looks, setLooks] = useState(0)
  const { turn } = state
  // After the end nobody is given the floor, and a guest whose door was closed gets no answer.
  const isOver = state.stage === 'closed'
  const { handRaised } = known.own
  const ask = useCallback(() => setLooks((before) => before + 1), [])
  useEffect(() => {
    if (isOver || (turn === known.turn && looks === 0)) return undefined
    let over = false
    let timer: ReturnType<typeof setTimeout>
    const hear = async () => {
      const own = await askForOwn(workshopId)
      if (over) return
      if (own) setKnown({ turn, own })
      else timer = setTimeout(() => void hear(), again)
    }
    timer = setTimeout(() => void hear(), Math.random() * spread)
    return () => {
      over = true
      clearTimeout(timer)
    }
    // Not for what was heard: that is the answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [workshopId, turn, looks, isOver])
  useEffect(() => {
    if (isOver || !handRaised) return undefined
    const timer = setInterval(ask, lookAtHand)
    return () => clearInterval(timer)
  }, [handRaised, ask, isOver])
  const own = useMemo(() => (isOver ? { ...known.own, handRaised: false } : known.own), [known.own, isOver])
  return useMemo(() => ({ own, ask }), [own, ask])
}
