import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recognise } from '../../../app/accounts/recognise.server'
import { findDoor, seatsOf, setSeatRevoked, takeSeat } from '../../../app/workshops/seat.server'
import { changeWorkshop, findWorkshop, renewCode, setDoor } from '../../../app/workshops/workshop.server'
import { addArtefact, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let artefactId: string
let workshop: Awaited<ReturnType<typeof openWorkshop>>

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  artefactId = await addArtefact(services, project.projectId)
  workshop = await openWorkshop(services, project.projectId, [artefactId])
})

afterEach(() => services.close())

const knock = (code = workshop.code, address = '192.0.2.1') => findDoor(services, code, address)

describe('a guest', () => {
  test('comes in with the code alone, and goes straight to the only artefact', async () => {
    const { goTo, cookie } = await takeGuestSeat(services, workshop.code, project.organisations[0]?.id)
    expect(goTo).toBe(`/artefacts/${artefactId}`)
    expect((await recognise(services, cookie))?.participant).toMatchObject({
      kind: 'guest',
      admitted: true,
      name: 'Aino',
      artefactIds: [artefactId],
    })
  })

  test('goes to the workshop’s page where there are several artefacts', async () => {
    const record = await findWorkshop(services, workshop.id)
    if (!record) throw new Error('No workshop')
    const second = await addArtefact(services, project.projectId, 'Sopimus')
    await changeWorkshop(services, workshop, { ...record, artefactIds: [second, artefactId] }, 'server')
    expect((await takeGuestSeat(services, workshop.code)).goTo).toBe(`/workshops/${workshop.id}`)
    expect((await findWorkshop(services, workshop.id))?.artefacts.map(({ id }) => id)).toEqual([
      second,
      artefactId,
    ])
  })

  test('is asked for no e-mail and gets no account', async () => {
    const before = await services.database.user.count()
    await takeGuestSeat(services, workshop.code)
    expect(await services.database.user.count()).toBe(before)
  })

  test('cannot claim an organisation of another project', async () => {
    const other = await projectWithOwner(services)
    await takeGuestSeat(services, workshop.code, other.organisations[0]?.id)
    expect(await seatsOf(services, workshop.id)).toMatchObject([{ organisation: '', organisationType: null }])
  })

  test('may speak for an organisation that is not on the list', async () => {
    const door = await knock()
    if (door.outcome !== 'open') throw new Error(door.outcome)
    const request = {
      displayName: 'Eino',
      organisationId: null,
      organisationName: 'Pajayhdistys ry',
      role: '',
    }
    await takeSeat(services, door, request, null)
    expect(await seatsOf(services, workshop.id)).toMatchObject([
      { organisation: 'Pajayhdistys ry', role: '' },
    ])
  })
})

describe('the door', () => {
  test('tells nothing of a workshop while it is closed but when it begins', async () => {
    await setDoor(services, workshop, false, 'server')
    expect(await knock()).toEqual({ outcome: 'closed', startsAt: expect.any(Date) as Date })
  })

  test('does not open to a code that is no workshop’s', async () => {
    expect(await knock('AAAAAA')).toEqual({ outcome: 'unknown' })
    expect(await knock('no code at all')).toEqual({ outcome: 'unknown' })
  })

  test('does not open to a code that was renewed, and does to the new one', async () => {
    await renewCode(services, workshop, 'server')
    expect(await knock()).toEqual({ outcome: 'unknown' })
    const renewed = await services.database.workshop.findUniqueOrThrow({ where: { id: workshop.id } })
    expect(await knock(renewed.code)).toMatchObject({ outcome: 'open', workshopId: workshop.id })
  })

  test('after many wrong codes even a right one is not looked at, until some time has passed', async () => {
    for (let guess = 0; guess < 30; guess++) await knock('AAAAAA')
    expect(await knock()).toEqual({ outcome: 'wait', seconds: 10 })
    expect(await knock(workshop.code, '198.51.100.9')).toMatchObject({ outcome: 'open' })
    services.pass(10_000)
    expect(await knock()).toMatchObject({ outcome: 'open' })
  })

  test('ten thousand guesses at once find out about a few hundred at most', async () => {
    const answers = await Promise.all(Array.from({ length: 10_000 }, () => knock('AAAAAA')))
    expect(answers.filter(({ outcome }) => outcome === 'unknown').length).toBeLessThanOrEqual(300)
  })

  test('a hall of people behind one address comes in at once', async () => {
    const answers = await Promise.all(Array.from({ length: 150 }, () => knock()))
    expect(answers.every(({ outcome }) => outcome === 'open')).toBe(true)
  })

  test('cannot be filled by machine', async () => {
    const door = await knock()
    if (door.outcome !== 'open') throw new Error(door.outcome)
    const request = { displayName: 'Botti', organisationId: null, organisationName: '', role: '' }
    const taken = []
    for (let count = 0; count < 210; count++) taken.push(await takeSeat(services, door, request, null))
    expect(taken.filter((seat) => seat === null)).toHaveLength(10)
  })
})

describe('the facilitator', () => {
  test('cannot remove a seat of another workshop by its id', async () => {
    const { seatId, cookie } = await takeGuestSeat(services, workshop.code)
    const other = await openWorkshop(services, project.projectId, [])
    const seat = { id: seatId, workshopId: other.id, projectId: project.projectId }
    await setSeatRevoked(services, seat, true, 'server')
    expect((await recognise(services, cookie))?.refusal).toBeNull()
  })

  test('removes a guest, who stays on the list as removed', async () => {
    const { seatId, cookie } = await takeGuestSeat(services, workshop.code)
    const seat = { id: seatId, workshopId: workshop.id, projectId: project.projectId }
    await setSeatRevoked(services, seat, true, `user:${project.userId}`)
    expect((await recognise(services, cookie))?.refusal).toBe('removed')
    expect(await seatsOf(services, workshop.id)).toMatchObject([{ id: seatId, revoked: true }])
    const audited = await services.database.auditEntry.findMany({ where: { action: 'seat.revoked' } })
    expect(audited).toMatchObject([{ actor: `user:${project.userId}`, subject: `seat:${seatId}` }])
  })

  test('cannot put another project’s artefact before guests', async () => {
    const other = await projectWithOwner(services)
    const foreign = await addArtefact(services, other.projectId)
    const mixed = await openWorkshop(services, project.projectId, [foreign, artefactId, artefactId])
    expect((await findWorkshop(services, mixed.id))?.artefacts.map(({ id }) => id)).toEqual([artefactId])
  })
})
