import { organisationTypeSchema } from '../artefacts/organisation-types'
import type { Services } from '../load-context'
import type { Admission, RoomIdentity, RoomRequest } from '../sync/admission'
import { readRoomName, type Room, type RoomName } from '../sync/room-name'
import type { RoomRight } from '../sync/session'
import { organisationOf } from '../remarks/remarks-of-page.server'
import { remarksRightWithin, rightWithin } from '../workshops/model/rule-for'
import { rulesOf } from '../workshops/rules.server'
import { noteAttendance } from '../workshops/attendees.server'
import { ensureTold } from '../workshops/run/live-run.server'
import { actorOf } from './audit.server'
import { idSchema } from './form-problem'
import { can, type Participant, type Thing } from './permissions'
import { recognise, type Recognised } from './recognise.server'

/**
 * Whether a caller may be in a room, and do what there, from the Cookie header alone. What one may not know of
 * is answered like what is not there. Rejects when the database is away.
 */
export async function admitToRoom(services: Services, request: RoomRequest, name: RoomName): Promise<Admission> {
  const recognised = await recognise(services, request.cookie)
  if (!recognised) return { outcome: 'refused', reason: 'signed-out' }
  if (recognised.refusal) return { outcome: 'refused', reason: recognised.refusal }
  const room = readRoomName(name)
  const place = room && (await placeOf(services, recognised.participant, room))
  if (!place) return { outcome: 'refused', reason: 'no-room' }
  if (place === 'in-bin') return { outcome: 'refused', reason: 'no-right' }
  return {
    outcome: 'admitted',
    identity: await identityInRoom(services, recognised, place),
    right: place.right,
    isBound: place.isBound ?? false,
    sessionExpiresAt: recognised.expiresAt.getTime(),
  }
}

/** A room as one participant may be in it. */
interface Place {
  right: RoomRight
  projectId: string
  leads: boolean
  /** A step or a closed place has taken the right down to this. */
  isBound?: boolean
  /** Of a workshop's own rooms. */
  workshopId?: string
}

/** Null where the participant must not know that there is such a room. */
function placeOf(services: Services, participant: Participant, room: Room): Promise<Place | 'in-bin' | null> {
  switch (room.of) {
    case 'artefact':
      return artefactPlace(services, participant, room.artefactId)
    case 'remarks':
      return remarksPlace(services, participant, room.artefactId)
    case 'internal':
      return internalPlace(services, participant, room)
    case 'workshop':
      return workshopPlace(services, participant, room.workshopId)
    case 'draft':
      return draftPlace(services, participant, room)
  }
}

async function artefactPlace(services: Services, participant: Participant, artefactId: string): Promise<Place | 'in-bin' | null> {
  const artefact = await knownArtefact(services, artefactId)
  const most = artefact && roomRight(participant, artefact.thing)
  if (!artefact || !most) return null
  const { thing, inBin } = artefact
  if (inBin) return 'in-bin'
  const leads = can(participant, 'lock', thing)
  const bound = { participantKey: actorOf(participant), isGuest: participant.kind === 'guest', leads }
  const right = rightWithin(await rulesOf(services, artefactId), most, bound)
  const isBound = right !== roomRight(participant, { ...thing, suggestOnly: false })
  return { right, projectId: thing.projectId, leads, isBound }
}

/**
 * Whoever may comment writes here, also while the artefact is locked: remarks change nothing that is agreed on. Of a
 * workshop's steps only one in which nothing but looking is allowed takes that away.
 */
async function remarksPlace(services: Services, participant: Participant, artefactId: string): Promise<Place | 'in-bin' | null> {
  const artefact = await knownArtefact(services, artefactId)
  if (!artefact || !can(participant, 'see', artefact.thing)) return null
  const { thing, inBin } = artefact
  if (inBin) return 'in-bin'
  const leads = can(participant, 'lock', thing)
  const most = can(participant, 'comment', thing) ? 'edit' : 'see'
  const right = remarksRightWithin(await rulesOf(services, artefactId), most, leads)
  return { right, projectId: thing.projectId, leads, isBound: right !== most }
}

/** An organisation's own members alone, whatever others lead here. Guests come by a link, and are told nothing of it. */
async function internalPlace(
  services: Services,
  participant: Participant,
  { artefactId, organisationId }: Extract<Room, { of: 'internal' }>,
): Promise<Place | 'in-bin' | null> {
  if (participant.kind !== 'member') return null
  const artefact = await knownArtefact(services, artefactId)
  const thing = artefact?.thing
  if (!thing || !can(participant, 'see', thing)) return null
  if (organisationOf(participant, thing.projectId) !== organisationId) return null
  if (artefact.inBin) return 'in-bin'
  const right = can(participant, 'comment', thing) ? 'edit' : 'see'
  return { right, projectId: thing.projectId, leads: can(participant, 'lock', thing) }
}

/** Whoever may see a workshop hears what everybody there is told. Nobody writes in its room. */
async function workshopPlace(services: Services, participant: Participant, workshopId: string): Promise<Place | null> {
  if (!idSchema.safeParse(workshopId).success) return null
  const workshop = await services.database.workshop.findUnique({ where: { id: workshopId } })
  const thing = workshop && workshopThing(workshop)
  if (!thing || !can(participant, 'see', thing)) return null
  await ensureTold(services, workshopId)
  if (can(participant, 'takePart', thing)) await noteAttendance(services, workshopId, actorOf(participant))
  return { right: 'see', projectId: thing.projectId, workshopId, leads: can(participant, 'facilitate', thing) }
}

/** One's own alone, facilitators' included; once the workshop is over, for reading. */
async function draftPlace(
  services: Services,
  participant: Participant,
  { stepId, owner }: Extract<Room, { of: 'draft' }>,
): Promise<Place | null> {
  if (!idSchema.safeParse(stepId).success || owner !== actorOf(participant)) return null
  const step = await services.database.workshopStep.findUnique({
    where: { id: stepId },
    include: { workshop: { include: { run: true } } },
  })
  if (step?.type !== 'write') return null
  const { workshop } = step
  const thing = workshopThing(workshop)
  if (!can(participant, 'takePart', thing)) return null
  const right = workshop.run?.stage === 'closed' ? 'see' : 'edit'
  const { projectId, workshopId } = thing
  return { right, projectId, workshopId, leads: can(participant, 'facilitate', thing) }
}

function workshopThing({ id, projectId }: { id: string; projectId: string }): Extract<Thing, { type: 'workshop' }> {
  return { type: 'workshop', projectId, workshopId: id }
}

type ArtefactThing = Extract<Thing, { type: 'artefact' }>

async function knownArtefact(services: Services, artefactId: string) {
  if (!idSchema.safeParse(artefactId).success) return null
  const row = await services.database.artefact.findUnique({ where: { id: artefactId } })
  if (!row) return null
  const { projectId } = row
  const thing: ArtefactThing = { type: 'artefact', projectId, artefactId, locked: row.lockedAt !== null, suggestOnly: row.suggestOnlyAt !== null }
  return { thing, inBin: row.deletedAt !== null }
}

/** The most that a participant may do in an artefact's room; null where it must not be known to exist. */
export function roomRight(participant: Participant, artefact: ArtefactThing): RoomRight | null {
  if (can(participant, 'edit', artefact)) return 'edit'
  // Where changes are suggested that is writing in the text: what is locked is for reading.
  if (!artefact.locked && can(participant, 'comment', artefact)) return 'comment'
  return can(participant, 'see', artefact) ? 'see' : null
}

async function identityInRoom(services: Services, who: Recognised, place: Place): Promise<RoomIdentity> {
  const { participant, sessionTokenHash } = who
  const { projectId, leads, workshopId } = place
  const common = { name: participant.name, sessionTokenHash, projectId, leads, ...(workshopId ? { workshopId } : {}) }
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
