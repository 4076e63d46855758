import { z } from 'zod'
import {
  castAnswerSchema,
  ownBallotSchema,
  roomVoterSchema,
  type CastAnswer,
  type Dots,
  type OwnBallot,
  type RoomVoter,
} from './ballot'

const loadedSchema = z.object({
  ballot: ownBallotSchema,
  /** For facilitators alone. */
  voters: z.number().optional(),
  room: z.array(roomVoterSchema).optional(),
})

/**
 * - `known`: as the server has it; `room` is empty for whoever does not facilitate
 * - `gone`: there is no such vote, or it is not for this person any more
 * - `unreachable`: worth asking again later
 */
export type AskedBallot =
  | { outcome: 'known'; ballot: OwnBallot; voters: number; room: readonly RoomVoter[] }
  | { outcome: 'gone' }
  | { outcome: 'unreachable' }

/** Asks for one's own ballot. Never throws. */
export async function askForBallot(workshopId: string, stepId: string): Promise<AskedBallot> {
  try {
    // Whoever has been signed out would be sent to sign in, by a page that has no ballot.
    const response = await fetch(`${addressOf(workshopId)}?step=${stepId}`, { redirect: 'manual' })
    if (response.ok) {
      const { ballot, voters = 0, room = [] } = loadedSchema.parse(await response.json())
      return { outcome: 'known', ballot, voters, room }
    }
    return { outcome: worthTryingAgain(response.status) ? 'unreachable' : 'gone' }
  } catch {
    return { outcome: 'unreachable' }
  }
}

/** Whose ballot is sent, and what is in it. */
export type SentBallot =
  | { intent: 'cast'; dots: Dots }
  | { intent: 'cast-for'; voter: string; name: string; organisationType: string; dots: Dots }
  | { intent: 'remove-voter'; voter: string }

export type SentAnswer = CastAnswer | { outcome: 'not-allowed' } | { outcome: 'unreachable' }

/** Sends a whole ballot. Never throws. */
export async function sendBallot(workshopId: string, stepId: string, ballot: SentBallot): Promise<SentAnswer> {
  const fields = 'dots' in ballot ? { ...ballot, dots: JSON.stringify(ballot.dots) } : ballot
  try {
    const response = await fetch(addressOf(workshopId), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...fields, step: stepId }),
    })
    if (response.ok || response.status === 409 || response.status === 429) {
      return castAnswerSchema.parse(await response.json())
    }
    return { outcome: worthTryingAgain(response.status) ? 'unreachable' : 'not-allowed' }
  } catch {
    return { outcome: 'unreachable' }
  }
}

const addressOf = (workshopId: string) => `/workshops/${workshopId}/ballot`

const worthTryingAgain = (status: number) => status >= 500 || status === 408
