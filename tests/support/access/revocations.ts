import { endAllSessions, endSession, sessionHashOf } from '../../../app/accounts/session.server'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { binArtefact, findArtefact, lockArtefact } from '../../../app/artefacts/artefacts.server'
import { changeMembership, removeMember } from '../../../app/projects/people.server'
import { setSeatRevoked } from '../../../app/workshops/seat.server'
import { setDoor } from '../../../app/workshops/workshop.server'
import { remarksRoom, type RoomName } from '../../../app/sync/room-name'
import type { LiveProject, Place, Role } from './live-project'

/** Ways in which somebody loses a right while they work, by what the pages call. */
export interface Revocation {
  what: string
  who: Role | 'extra member'
  /** How their sockets end; `read-only` where they may stay and look. */
  end: string
  /** It concerns everybody in the room, not only `who`. */
  everybody?: true
  /** Where they are; the artefact's own room when left out. */
  room?(place: Place): RoomName
  act(project: LiveProject, place: Place): Promise<unknown>
}

export const revocations: readonly Revocation[] = [
  {
    what: 'a seat is revoked',
    who: 'guest',
    end: '4403 removed',
    act: ({ services }, { guestSeatId, workshopId, projectId }) =>
      setSeatRevoked(services, { id: guestSeatId, workshopId, projectId }, true, 'server'),
  },
  {
    what: 'the door is closed',
    who: 'guest',
    end: '4403 workshop-closed',
    act: ({ services }, { workshopId, projectId }) => setDoor(services, { id: workshopId, projectId }, false, 'server'),
  },
  {
    what: 'a member is removed from the project',
    who: 'extra member',
    end: '4404 no-room',
    act: ({ services }, { projectId, membershipId }) => removeMember(services, projectId, membershipId, 'server'),
  },
  {
    what: 'a member may only look from now on',
    who: 'extra member',
    end: 'read-only',
    act: ({ services }, { projectId, membershipId }) =>
      changeMembership(services, projectId, { membershipId, role: 'viewer', organisationId: null }, 'server'),
  },
  {
    what: 'a member speaks for no organisation any more, and is among those of the former one',
    who: 'extra member',
    end: '4404 no-room',
    room: ({ artefactId, organisationId }) => remarksRoom(artefactId, organisationId),
    act: ({ services }, { projectId, membershipId }) =>
      changeMembership(services, projectId, { membershipId, role: 'member', organisationId: null }, 'server'),
  },
  {
    what: 'a guest’s seat is revoked while they comment',
    who: 'guest',
    end: '4403 removed',
    room: ({ artefactId }) => remarksRoom(artefactId, null),
    act: ({ services }, { guestSeatId, workshopId, projectId }) =>
      setSeatRevoked(services, { id: guestSeatId, workshopId, projectId }, true, 'server'),
  },
  {
    what: 'a member signs out',
    who: 'extra member',
    end: '4401 signed-out',
    act: ({ services }, { cookies }) => endSession(services, sessionHashOf(services, cookies['extra member'])),
  },
  {
    what: 'a member signs out everywhere',
    who: 'extra member',
    end: '4401 signed-out',
    act: ({ services }, { memberUserId }) => endAllSessions(services, memberUserId),
  },
  {
    what: 'the artefact is locked',
    who: 'member',
    end: 'read-only',
    act: async ({ services }, place) => lockArtefact(services, await byOwner(services, place), true),
  },
  {
    what: 'the artefact is put into the bin',
    who: 'member',
    end: '4403 no-right',
    everybody: true,
    act: async ({ services }, place) => binArtefact(services, await byOwner(services, place)),
  },
]

async function byOwner(services: LiveProject['services'], { artefactId, projectId }: Place) {
  const artefact = await findArtefact(services, artefactId)
  if (!artefact) throw new Error('The artefact is not there')
  const memberships = [{ projectId, role: 'owner' as const, organisationId: null }]
  const participant: MemberParticipant = {
    kind: 'member',
    userId: 'owner',
    name: 'Omistaja',
    installationOwner: true,
    memberships,
  }
  return { participant, artefact }
}
