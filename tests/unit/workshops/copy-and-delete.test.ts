import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recognise } from '../../../app/accounts/recognise.server'
import { applyTemplate } from '../../../app/workshops/agenda/apply-template.server'
import { stepsOf } from '../../../app/workshops/agenda/steps.server'
import { copyWorkshop } from '../../../app/workshops/copy.server'
import { deleteWorkshop, lostWith, wasDeleted } from '../../../app/workshops/delete.server'
import { invitedOrganisations, setInvited } from '../../../app/workshops/invited.server'
import { findWorkshop, type WorkshopRecord } from '../../../app/workshops/workshop.server'
import { addArtefact, addMember, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let board: string
let workshop: WorkshopRecord

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  board = await addArtefact(services, project.projectId)
  workshop = await found((await openWorkshop(services, project.projectId, [board])).id)
})

afterEach(() => services.close())

async function found(id: string): Promise<WorkshopRecord> {
  const record = await findWorkshop(services, id)
  if (!record) throw new Error('No workshop')
  return record
}

const [haapavesi, oulainen, kela] = [0, 1, 2].map((index) => () => project.organisations[index]?.id ?? '')
const invite = (ids: string[]) => setInvited(services, workshop, ids, 'server')
const auditOf = async (action: string) => (await services.database.auditEntry.findMany({ where: { action } })).map(({ subject }) => subject)

describe('invited organisations', () => {
  test('are the project’s own, the leading one first, and replace those before', async () => {
    const other = await projectWithOwner(services)
    await invite([kela?.() ?? '', haapavesi?.() ?? '', other.organisations[0]?.id ?? ''])
    expect((await invitedOrganisations(services, workshop.id)).map(({ name }) => name)).toEqual(['Haapavesi', 'Kela'])
    await invite([oulainen?.() ?? ''])
    expect((await invitedOrganisations(services, workshop.id)).map(({ name }) => name)).toEqual(['Oulainen'])
    expect(await auditOf('workshop.invited')).toHaveLength(2)
  })

  test('came when somebody sits for them, a guest or a member who was there', async () => {
    await invite([haapavesi?.() ?? '', oulainen?.() ?? '', kela?.() ?? ''])
    await takeGuestSeat(services, workshop.code, oulainen?.())
    const { userId } = await addMember(services, project.projectId, 'member', kela?.() ?? '')
    const seen = { firstSeenAt: new Date(services.now()), lastSeenAt: new Date(services.now()) }
    await services.database.attendee.create({
      data: { workshopId: workshop.id, participantKey: `user:${userId}`, ...seen },
    })
    const came = (await invitedOrganisations(services, workshop.id)).map(({ name, came: there }) => [name, there])
    expect(came).toEqual([
      ['Haapavesi', false],
      ['Oulainen', true],
      ['Kela', true],
    ])
  })
})

describe('a copied workshop', () => {
  const copy = {
    title: 'Roolit ja rajapinnat, Oulainen',
    startsAt: new Date('2026-12-02T09:00:00+02:00'),
    endsAt: new Date('2026-12-02T12:00:00+02:00'),
    freshFrames: false,
  }
  const make = (rest: Partial<typeof copy> = {}) =>
    copyWorkshop(services, workshop, { ...copy, ...rest }, { by: 'server', language: 'fi' })

  test('has the agenda, artefacts and invited organisations, and nothing that came of the first', async () => {
    await applyTemplate(services, workshop, 'roles-and-interfaces', 'fi')
    await invite([kela?.() ?? ''])
    await takeGuestSeat(services, workshop.code)
    const made = await found(await make())
    expect(made).toMatchObject({ title: copy.title, startsAt: copy.startsAt, doorOpen: false, summary: '' })
    expect(made.code).not.toBe(workshop.code)
    expect(made.artefacts).toEqual(workshop.artefacts)
    expect((await invitedOrganisations(services, made.id)).map(({ name, came }) => [name, came])).toEqual([['Kela', false]])
    const plain = async (id: string) => (await stepsOf(services, id)).map(({ id: _, ...step }) => step)
    expect(await plain(made.id)).toEqual(await plain(workshop.id))
    expect(await lostWith(services, made.id)).toEqual({ seats: 0, decisions: 0, feedback: 0, here: 0 })
    expect(await auditOf('workshop.copied')).toEqual([`workshop:${made.id}`])
  })

  test('gets frames of its own, so that its notes do not land among the first one’s', async () => {
    services.rooms.set(board, {
      kind: 'cooperation-model',
      sequence: 1,
      content: { items: [{ ...frame, id: 'roolit', name: 'Roolit' }, { ...frame, id: 'muu', name: 'Muu' }], connectors: [] },
    })
    await applyTemplate(services, workshop, 'roles-and-interfaces', 'fi')
    await services.database.workshopStep.updateMany({ where: { place: { not: '' } }, data: { place: 'roolit' } })
    services.liveWorkshops.changes.length = 0
    const steps = await stepsOf(services, await make({ freshFrames: true }))
    const [made] = services.liveWorkshops.changes
    if (made?.change.do !== 'make-frames') throw new Error('No frames were made')
    expect(made.change.frames.map(({ name }) => name)).toEqual(['Roolit: Roolit ja rajapinnat, Oulainen'])
    const places = new Set(steps.flatMap(({ place }) => place ?? []))
    expect([...places]).toEqual(made.change.frames.map(({ id }) => id))
  })

  test('keeps the first one’s frames where the board cannot be read', async () => {
    await applyTemplate(services, workshop, 'roles-and-interfaces', 'fi')
    const before = (await stepsOf(services, workshop.id)).map(({ place }) => place)
    const steps = await stepsOf(services, await make({ freshFrames: true }))
    expect(steps.map(({ place }) => place)).toEqual(before)
  })
})

const frame = { type: 'frame', colour: 'paper', x: 0, y: 0, width: 400, height: 300, order: 'a0' }

describe('a workshop that is deleted', () => {
  const nothing = { decisions: 0, feedback: 0 }
  const remove = (seen = nothing) => deleteWorkshop(services, workshop, seen, 'server')

  test('is gone with its agenda and seats; artefacts stay, and the audit remembers its name', async () => {
    await applyTemplate(services, workshop, 'training', 'fi')
    const { cookie } = await takeGuestSeat(services, workshop.code)
    expect(await remove()).toBe(true)
    expect(await findWorkshop(services, workshop.id)).toBeUndefined()
    expect(await services.database.workshopStep.count()).toBe(0)
    expect(await recognise(services, cookie)).toBeNull()
    expect(await services.database.artefact.count({ where: { id: board, deletedAt: null } })).toBe(1)
    const [entry] = await services.database.auditEntry.findMany({ where: { action: 'workshop.deleted' } })
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ name: workshop.title })
    expect(await wasDeleted(services, workshop.id)).toBe(true)
    expect(await wasDeleted(services, 'never0was0there0')).toBe(false)
  })

  test('tells whoever is in it, and takes private notes along', async () => {
    await applyTemplate(services, workshop, 'training', 'fi')
    const writing = (await stepsOf(services, workshop.id)).find(({ type }) => type === 'write')
    services.liveWorkshops.notes.set(`${writing?.id} seat:1`, [])
    services.liveWorkshops.here.set(workshop.id, ['seat:1', 'seat:2'])
    expect((await lostWith(services, workshop.id)).here).toBe(2)
    await remove()
    expect(services.liveWorkshops.forgotten).toEqual([workshop.id])
    expect(services.liveWorkshops.notes.size).toBe(0)
  })

  test('binds nobody on its artefacts any more', async () => {
    await remove()
    expect(services.liveWorkshops.rulesChanges).toEqual([board])
  })

  test('stays when decisions have come that nobody agreed to lose', async () => {
    await services.database.decision.create({
      data: { id: 'd', workshopId: workshop.id, order: 0, text: 'Sovittiin', createdAt: new Date(services.now()) },
    })
    expect(await lostWith(services, workshop.id)).toMatchObject({ decisions: 1, feedback: 0 })
    expect(await remove()).toBe(false)
    expect(await findWorkshop(services, workshop.id)).toBeDefined()
    expect(await remove({ decisions: 1, feedback: 0 })).toBe(true)
    expect(await services.database.decision.count()).toBe(0)
  })

  test('may be deleted twice without harm', async () => {
    await remove()
    expect(await remove()).toBe(true)
    expect(await auditOf('workshop.deleted')).toHaveLength(1)
  })
})
