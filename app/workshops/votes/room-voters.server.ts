import { organisationTypeSchema, type OrganisationType } from '../../artefacts/organisation-types'
import { newId } from '../../lib/id'
import type { Services } from '../../load-context'
import { mostRoomVoters, type CastAnswer, type Dots, type RoomVoter } from './ballot'
import { castBallot } from './ballots.server'
import { dotsOf, readMarks } from './marks'
import { findVoteStep } from './vote-step.server'

/** Somebody in the room without a device, whose dots the facilitator gives. */
export interface GivenBallot {
  /** Of the list; null for somebody who is not on it yet. */
  id: string | null
  name: string
  organisationType: OrganisationType | null
  dots: Dots
}

const keyPrefix = 'room:'

/** Those whom the facilitator has voted for in a step, by their names, with their dots. */
export async function roomVoters(services: Services, stepId: string): Promise<RoomVoter[]> {
  const rows = await services.database.ballot.findMany({
    where: { stepId, voterKey: { startsWith: keyPrefix } },
    orderBy: [{ voterName: 'asc' }, { voterKey: 'asc' }],
  })
  return rows.map(({ voterKey, voterName, organisationType, dots }) => ({
    id: voterKey.slice(keyPrefix.length),
    name: voterName,
    organisationType: organisationTypeSchema.safeParse(organisationType).data ?? null,
    dots: { ...dotsOf(readMarks(dots)) },
  }))
}

/** Casts, or changes, the ballot of somebody without a device. Past `mostRoomVoters` no more are taken. */
export async function castForSomebody(
  services: Services,
  workshopId: string,
  stepId: string,
  given: GivenBallot,
): Promise<CastAnswer> {
  const present = await roomVoters(services, stepId)
  const known = given.id !== null && present.some(({ id }) => id === given.id)
  if (!known && present.length >= mostRoomVoters) return { outcome: 'refused', reason: 'too-many' }
  const voter = {
    key: `${keyPrefix}${(known ? given.id : null) ?? newId()}`,
    name: given.name,
    organisationType: given.organisationType ?? '',
  }
  return castBallot(services, workshopId, stepId, voter, given.dots)
}

/** Takes somebody off the list with their dots, while votes are open. Answers whether that was done. */
export async function removeRoomVoter(
  services: Services,
  workshopId: string,
  stepId: string,
  voterId: string,
): Promise<boolean> {
  const step = await findVoteStep(services, workshopId, stepId)
  if (!step || step.stopped === 'closed') return false
  const { count } = await services.database.ballot.deleteMany({
    where: {
      stepId,
      voterKey: `${keyPrefix}${voterId}`,
      step: { votesClosedAt: null, resultsShownAt: null },
    },
  })
  return count > 0
}
