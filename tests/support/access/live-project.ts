import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { createAccount } from '../../../app/accounts/account.server'
import { recordRefusedEdit } from '../../../app/accounts/audit.server'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { admitToRoom } from '../../../app/accounts/room-admission.server'
import { findArtefact } from '../../../app/artefacts/artefacts.server'
import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import { addItem } from '../../../app/artefacts/cooperation-model/model/operations'
import { loadKind } from '../../../app/artefacts/registry'
import { contentRoot } from '../../../app/document/layout'
import { newId } from '../../../app/lib/id'
import { keepAsProposal } from '../../../app/proposals/keep.server'
import { authorsOf, keepAuthors, rulesOf } from '../../../app/workshops/rules.server'
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
  /** Another artefact of the same workshop: an agreement, with the clause `parties`. */
  agreementId: string
  workshopId: string
  /** Of another history, made by the owner. */
  proposalId: string
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
    authorise: (request, room) => admitToRoom(services, request, room),
    rules: {
      rulesOf: (artefactId) => rulesOf(services, artefactId),
      authorsOf: (artefactId) => authorsOf(services, artefactId),
      keepAuthors: (room, authors) => void keepAuthors(services, room, authors),
    },
    audit: (refused) => void recordRefusedEdit(services, refused),
  })
  services.live = sync.live
  services.remarks = sync.remarks
  Object.assign(services.liveWorkshops, sync.liveWorkshops)
  services.importer = { docx: () => Promise.resolve({ outcome: 'refused', reason: 'not-word' }) }
  services.exporter = {
    render: () => Promise.resolve(new Uint8Array([1])),
    redline: () => Promise.resolve(new Uint8Array([1])),
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
      const proposalId = await proposalOfOtherHistory(services, { ...owner, memberships }, artefactId)
      const agreementId = await agreementIn(services, projectId)
      const workshop = await openWorkshop(services, projectId, [artefactId, agreementId])
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
        agreementId,
        workshopId: workshop.id,
        proposalId,
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

async function agreementIn(services: TemporaryServices, projectId: string): Promise<string> {
  const id = newId()
  await services.database.artefact.create({ data: { id, projectId, kind: 'agreement', title: 'Kumppanuussopimus' } })
  await services.live.create(id, 'agreement', agreement(clause('parties', 'Sopijapuolet', paragraph('Osapuolet ovat kunnat.'))))
  return id
}

/** Somebody with an account, in no project. */
function outsider(services: TemporaryServices): Promise<string> {
  const email = 'ulkopuolinen@esimerkki.fi'
  return createAccount(services, { name: 'Ulkopuolinen', email, password: 'kolme sanaa peräkkäin', language: 'fi' })
}

/** What a browser held that knew the artefact before the server was put back to an earlier state. */
async function proposalOfOtherHistory(services: TemporaryServices, participant: MemberParticipant, artefactId: string): Promise<string> {
  const artefact = await findArtefact(services, artefactId)
  if (!artefact) throw new Error('The artefact is gone')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, gunzipSync((await services.live.capture(artefactId, artefact.kind)).state))
  addItem(contentRoot(doc), { type: 'note', text: 'Ennen palautusta' })
  const thing = { type: 'artefact', artefactId, projectId: artefact.projectId, locked: false } as const
  const copy = { update: Y.encodeStateAsUpdate(doc), epoch: 'another', position: '' }
  const answer = await keepAsProposal(services, { participant, artefact, thing }, copy)
  if (answer.outcome !== 'kept' || !answer.proposalId) throw new Error(`It was not kept: ${answer.outcome}`)
  return answer.proposalId
}
