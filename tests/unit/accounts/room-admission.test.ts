import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { admitToRoom } from '../../../app/accounts/room-admission.server'
import { endAllSessions } from '../../../app/accounts/session.server'
import { artefactRoom, workshopRoom } from '../../../app/sync/room-name'
import { attendeesOf } from '../../../app/workshops/attendees.server'
import { setSeatRevoked } from '../../../app/workshops/seat.server'
import { setDoor } from '../../../app/workshops/workshop.server'
import {
  addArtefact,
  addMember,
  memberCookie,
  newAccount,
  openWorkshop,
  projectWithOwner,
  takeGuestSeat,
} from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let artefactId: string

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  artefactId = await addArtefact(services, project.projectId)
})

afterEach(() => services.close())

const ask = (cookie: string | undefined, id = artefactId) =>
  admitToRoom(services, { cookie, address: '192.0.2.1' }, artefactRoom(id))

const refused = (reason: string) => ({ outcome: 'refused', reason })

describe('who may enter an artefact’s room', () => {
  test.each([
    ['facilitator', 'edit'],
    ['member', 'edit'],
    ['viewer', 'see'],
  ] as const)('a %s may %s', async (role, right) => {
    const oulainen = project.organisations[1]
    const { userId } = await addMember(services, project.projectId, role, oulainen?.id ?? null)
    expect(await ask(await memberCookie(services, userId))).toMatchObject({
      outcome: 'admitted',
      right,
      identity: {
        participantKey: `user:${userId}`,
        organisation: 'Oulainen',
        organisationType: 'municipality',
      },
    })
  })

  test('in a locked artefact even the owner may only read', async () => {
    await services.database.artefact.update({ where: { id: artefactId }, data: { lockedAt: new Date() } })
    expect(await ask(await memberCookie(services, project.userId))).toMatchObject({ right: 'see' })
  })

  test('where only those who lead change the text, the others suggest', async () => {
    await services.database.artefact.update({ where: { id: artefactId }, data: { suggestOnlyAt: new Date() } })
    expect(await ask(await memberCookie(services, project.userId))).toMatchObject({ right: 'edit' })
    const { userId } = await addMember(services, project.projectId, 'member', null)
    expect(await ask(await memberCookie(services, userId))).toMatchObject({ right: 'comment', isBound: true })
  })

  test('a guest enters what their workshop works on, under the name and organisation they gave', async () => {
    const workshop = await openWorkshop(services, project.projectId, [artefactId])
    const { cookie, seatId } = await takeGuestSeat(services, workshop.code, project.organisations[2]?.id)
    expect(await ask(cookie)).toMatchObject({
      outcome: 'admitted',
      right: 'edit',
      identity: {
        participantKey: `seat:${seatId}`,
        name: 'Aino',
        organisation: 'Kela',
        organisationType: 'authority',
        workshopId: workshop.id,
      },
    })
  })

  test('nobody enters without a session, and learns nothing of what is there', async () => {
    expect(await ask(undefined)).toEqual(refused('signed-out'))
    expect(await ask(undefined, 'nosuchartefact00')).toEqual(refused('signed-out'))
    expect(await ask(`tahto_session=${'A'.repeat(43)}`)).toEqual(refused('signed-out'))
  })

  test('what one may not see is answered like what is not there', async () => {
    const outsider = await memberCookie(services, await newAccount(services))
    const workshop = await openWorkshop(services, project.projectId, [])
    const { cookie: guest } = await takeGuestSeat(services, workshop.code)
    for (const cookie of [outsider, guest]) {
      for (const id of [artefactId, 'nosuchartefact00', '__proto__', '../x', '', 'x'.repeat(10_000)]) {
        expect(await ask(cookie, id)).toEqual(refused('no-room'))
      }
    }
  })
})

describe('who may not be in the room any more', () => {
  test('a guest who was removed, and who then is let back in', async () => {
    const workshop = await openWorkshop(services, project.projectId, [artefactId])
    const { cookie, seatId } = await takeGuestSeat(services, workshop.code)
    const seat = { id: seatId, workshopId: workshop.id, projectId: project.projectId }
    await setSeatRevoked(services, seat, true, 'server')
    expect(await ask(cookie)).toEqual(refused('removed'))
    expect(services.rightsChanges).toContainEqual({ seatId })
    await setSeatRevoked(services, seat, false, 'server')
    expect(await ask(cookie)).toMatchObject({ outcome: 'admitted' })
  })

  test('guests of a workshop whose door was closed', async () => {
    const workshop = await openWorkshop(services, project.projectId, [artefactId])
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await setDoor(services, workshop, false, 'server')
    expect(await ask(cookie)).toEqual(refused('workshop-closed'))
    expect(services.rightsChanges).toContainEqual({ workshopId: workshop.id })
  })

  test('somebody who signed out everywhere', async () => {
    const cookie = await memberCookie(services, project.userId)
    await endAllSessions(services, project.userId)
    expect(await ask(cookie)).toEqual(refused('signed-out'))
  })

  test('anybody, once the artefact is in the bin', async () => {
    await services.database.artefact.update({ where: { id: artefactId }, data: { deletedAt: new Date() } })
    expect(await ask(await memberCookie(services, project.userId))).toEqual(refused('no-right'))
  })
})

describe('who comes into a workshop’s room', () => {
  test('has been there: guests, and people with an account who may take part, however late they come', async () => {
    const workshop = await openWorkshop(services, project.projectId, [])
    await services.database.workshopRun.create({
      data: { workshopId: workshop.id, stage: 'running', startedAt: new Date(services.now()) },
    })
    services.pass(60_000)
    const guest = await takeGuestSeat(services, workshop.code)
    const member = await addMember(services, project.projectId, 'member', null)
    const viewer = await addMember(services, project.projectId, 'viewer', null)
    const cookies = [guest.cookie, await memberCookie(services, member.userId), await memberCookie(services, viewer.userId)]
    for (const cookie of cookies) {
      const admission = await admitToRoom(services, { cookie, address: '192.0.2.1' }, workshopRoom(workshop.id))
      expect(admission.outcome).toBe('admitted')
    }
    expect((await attendeesOf(services, workshop.id)).map(({ key }) => key)).toEqual([
      `seat:${guest.seatId}`,
      `user:${member.userId}`,
    ])
  })
})
