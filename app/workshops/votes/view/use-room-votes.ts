import { useCallback, useEffect, useState } from 'react'
import { askForBallot, sendBallot, type SentAnswer, type SentBallot } from '../ask-ballot'
import type { OwnBallot, RoomVoter } from '../ballot'

interface RoomVotes {
  /** Undefined while they are asked for. */
  known: { ballot: OwnBallot; room: readonly RoomVoter[] } | undefined
  send(ballot: SentBallot): Promise<SentAnswer>
}

/** Those whom the facilitator votes for, and what there is to vote for. Asked anew when `turn` changes. */
export function useRoomVotes(workshopId: string, stepId: string, turn: number): RoomVotes {
  const [known, setKnown] = useState<RoomVotes['known']>(undefined)
  const load = useCallback(async () => {
    const answer = await askForBallot(workshopId, stepId)
    if (answer.outcome === 'known') setKnown(answer)
  }, [workshopId, stepId])
  useEffect(() => {
    // What the server answers is not there yet when the page is drawn.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load()
  }, [load, turn])
  const send = useCallback(
    async (ballot: SentBallot) => {
      const answer = await sendBallot(workshopId, stepId, ballot)
      if (answer.outcome !== 'unreachable') await load()
      return answer
    },
    [workshopId, stepId, load],
  )
  return { known, send }
}
