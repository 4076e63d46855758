import { useEffect, useState } from 'react'
import type { LiveState } from '../../model/live-state'
import { askForOwn, type OwnStanding } from '../own'

// Sixty who hear of a step in the same instant do not all ask in that instant.
const spread = 400
const again = 5_000

// A hand that is up may be taken down by the facilitator, of which nobody else is told.
const lookAtHand = 8_000

/** What is one's own, asked for again whenever the workshop has changed, and while one's hand is up. */
export function useOwn(workshopId: string, sent: OwnStanding, state: LiveState): OwnStanding {
  const [known, setKnown] = useState({ turn: state.turn, own: sent })
  const [looks, setLooks] = useState(0)
  const { turn } = state
  const { handRaised } = known.own
  useEffect(() => {
    if (turn === known.turn && looks === 0) return undefined
    let over = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const own = await askForOwn(workshopId)
      if (over) return
      if (own) setKnown({ turn, own })
      else timer = setTimeout(() => void ask(), again)
    }
    timer = setTimeout(() => void ask(), Math.random() * spread)
    return () => {
      over = true
      clearTimeout(timer)
    }
    // Not for what was heard: that is the answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [workshopId, turn, looks])
  useEffect(() => {
    if (!handRaised) return undefined
    const timer = setInterval(() => setLooks((before) => before + 1), lookAtHand)
    return () => clearInterval(timer)
  }, [handRaised])
  return known.own
}
