import { organisationTypeSchema } from '../artefacts/organisation-types'
import type { Services } from '../load-context'
import type { Admission, RoomIdentity, RoomRequest } from '../sync/admission'
import type { RoomRight } from '../sync/session'
import { idSchema } from './form-problem'
import { can, type Participant, type Thing } from './permissions'
import { recognise, type Recognised } from './recognise.server'

/**
 * Whether a caller may be in an artefact's room, and do what there, from the Cookie header alone. What one may
 * not know of is answered like what is not there. Rejects when the database is away.
 */
export async function admitToRoom(
  services: Services,
  request: RoomRequest,
  artefactId: string,
): Promise<Admission> {
  const recognised = await recognise(services, request.cookie)
  if (!recognised) return { outcome: 'refused', reason: 'signed-out' }
  if (recognised.refusal) return { outcome: 'refused', reason: recognised.refusal }
  const { participant } = recognised
  const artefact = await knownArtefact(services, artefactId)
  const right = artefact && roomRight(participant, artefact.thing)
  if (!artefact || !right) return { outcome: 'refused', reason: 'no-room' }
  if (artefact.inBin) return { outcome: 'refused', reason: 'no-right' }
  return {
    outcome: 'admitted',
    identity: await identityInRoom(services, recognised, artefact.thing.projectId),
    right,
    sessionExpiresAt: recognised.expiresAt.getTime(),
  }
}

type ArtefactThing = Extract<Thing, { type: 'artefact' }>

async function knownArtefact(services: Services, artefactId: string) {
  if (!idSchema.safeParse(artefactId).success) return null
  const row = await services.database.artefact.findUnique({ where: { id: artefactId } })
  if (!row) return null
  const { projectId } = row
  const thing: ArtefactThing = { type: 'artefact', projectId, artefactId, locked: row.lockedAt !== null }
  return { thing, inBin: row.deletedAt !== null }
}

/** The most that a participant may do in an artefact's room; null where it must not be known to exist. */
export function roomRight(participant: Participant, artefact: ArtefactThing): RoomRight | null {
  if (can(participant, 'edit', artefact)) return 'edit'
  if (can(participant, 'comment', artefact)) return 'comment'
  return can(participant, 'see', artefact) ? 'see' : null
}

async function identityInRoom(services: Services, who: Recognised, projectId: string): Promise<RoomIdentity> {
  const { participant, sessionTokenHash } = who
  const common = { name: participant.name, sessionTokenHash, projectId }
  if (participant.kind === 'guest') {
    return {
      ...common,
      participantKey: `seat:${participant.seatId}`,
      organisation: who.organisation?.name ?? '',
      organisationType: who.organisation?.type ?? '',
      seatId: participant.seatId,
      workshopId: participant.workshopId,
    }
  }
  const membership = participant.memberships.find((one) => one.projectId === projectId)
  const organisation = membership?.organisationId
    ? await services.database.organisation.findUnique({ where: { id: membership.organisationId } })
    : null
  return {
    ...common,
    participantKey: `user:${participant.userId}`,
    organisation: organisation?.name ?? '',
    organisationType: organisationTypeSchema.safeParse(organisation?.type).data ?? '',
    userId: participant.userId,
  }
}
