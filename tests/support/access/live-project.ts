import { createAccount } from '../../../app/accounts/account.server'
import { recordRefusedEdit } from '../../../app/accounts/audit.server'
import { admitToRoom } from '../../../app/accounts/room-admission.server'
import { loadKind } from '../../../app/artefacts/registry'
import { setSeatRevoked } from '../../../app/workshops/seat.server'
import { takeVersion } from '../../../app/versions/versions.server'
import { addArtefact, addMember, memberCookie, openWorkshop, projectWithOwner, takeGuestSeat } from '../example-people'
import { startSync, type SyncServer } from '../sync/server'
import { temporaryServices, type TemporaryServices } from '../temporary-services'

/** Everybody who may come, from the most trusted to nobody at all. */
export const roles = [
  'owner',
  'facilitator',
  'member',
  'viewer',
  'guest',
  'removed guest',
  'outsider',
  'stranger',
] as const

export type Role = (typeof roles)[number]

/** What is acted upon; a fresh one for each act, since acts change it. */
export interface Place {
  projectId: string
  artefactId: string
  workshopId: string
  /** Of the workshop, to be removed; nobody acts from it. */
  seatId: string
  /** Of a member whom nobody else is. */
  membershipId: string
  memberUserId: string
  organisationId: string
  /** The Cookie header of each; a stranger has none. */
  cookies: Record<Role | 'extra member', string | undefined>
  guestSeatId: string
}

export interface LiveProject {
  services: TemporaryServices
  sync: SyncServer
  place(): Promise<Place>
  close(): Promise<void>
}

/** A project with people of every role over a real database, and its live rooms, as the server puts them together. */
export async function liveProject(): Promise<LiveProject> {
  const services = await temporaryServices()
  services.now = Date.now
  const sync = await startSync({
    kinds: 'real',
    authorise: (request, artefactId) => admitToRoom(services, request, artefactId),
    audit: (refused) => void recordRefusedEdit(services, refused),
  })
  services.live = sync.live
  services.exporter = {
    render: () => Promise.resolve(new Uint8Array([1])),
    picture: () => Promise.resolve(new Uint8Array([1])),
  }
  const project = await projectWithOwner(services)
  const { projectId } = project
  const organisationId = project.organisations[1]?.id ?? ''
  const accounts = {
    facilitator: (await addMember(services, projectId, 'facilitator', organisationId)).userId,
    member: (await addMember(services, projectId, 'member', organisationId)).userId,
    viewer: (await addMember(services, projectId, 'viewer', null)).userId,
    owner: project.userId,
    outsider: await outsider(services),
  }
  let seats = 0
  return {
    services,
    sync,
    place: async () => {
      const kind = await loadKind('cooperation-model')
      const [template] = await kind.loadTemplates()
      const artefactId = await addArtefact(services, projectId)
      await services.live.create(artefactId, 'cooperation-model', template?.content.fi)
      const owner = { kind: 'member' as const, userId: accounts.owner, name: 'Omistaja', installationOwner: true }
      const memberships = [{ projectId, role: 'owner' as const, organisationId: null }]
      await takeVersion(services, { ...owner, memberships }, artefactId, { name: 'Ensimmäinen', note: '' })
      const workshop = await openWorkshop(services, projectId, [artefactId])
      const takeSeat = () => {
        seats += 1
        return takeGuestSeat(services, workshop.code, organisationId, `2001:db8:${seats.toString(16)}::1`)
      }
      const guest = await takeSeat()
      const removed = await takeSeat()
      const seat = await takeSeat()
      await setSeatRevoked(services, { id: removed.seatId, workshopId: workshop.id, projectId }, true, 'server')
      const extra = await addMember(services, projectId, 'member', organisationId)
      const signedIn = await Promise.all(
        Object.entries(accounts).map(async ([role, userId]) => [role, await memberCookie(services, userId)] as const),
      )
      return {
        projectId,
        artefactId,
        workshopId: workshop.id,
        seatId: seat.seatId,
        membershipId: extra.membershipId,
        memberUserId: extra.userId,
        organisationId,
        guestSeatId: guest.seatId,
        cookies: {
          ...(Object.fromEntries(signedIn) as Record<keyof typeof accounts, string>),
          guest: guest.cookie,
          'removed guest': removed.cookie,
          'extra member': await memberCookie(services, extra.userId),
          stranger: undefined,
        },
      }
    },
    close: async () => {
      await sync.close()
      await services.close()
    },
  }
}

/** Somebody with an account, in no project. */
function outsider(services: TemporaryServices): Promise<string> {
  const email = 'ulkopuolinen@esimerkki.fi'
  return createAccount(services, { name: 'Ulkopuolinen', email, password: 'kolme sanaa peräkkäin', language: 'fi' })
}
