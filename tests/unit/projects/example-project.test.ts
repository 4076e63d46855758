import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { becomeOwner, ensureOwnerLink } from '../../../app/accounts/owner-link.server'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import { wordedClauses } from '../../../app/artefacts/agreement/model/wording'
import { loadKind } from '../../../app/artefacts/registry'
import { positionTable } from '../../../app/positions/model/position-table'
import { askedOrganisations, statementsAfter } from '../../../app/positions/positions.server'
import { projectPicture } from '../../../app/projects/front-page.server'
import { landingPlace } from '../../../app/projects/project.server'
import { fitOf } from '../../../app/workshops/agenda/schedule'
import { stepsOf } from '../../../app/workshops/agenda/steps.server'
import { invitedOrganisations } from '../../../app/workshops/invited.server'
import { liveStateOf } from '../../../app/workshops/run/live-run.server'
import { seatsOf } from '../../../app/workshops/seat.server'
import { seedExampleProject } from '../../../prisma/seed/example-project'
import { exampleSeats } from '../../../prisma/seed/example/workshop'
import { newAccount } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices

beforeEach(async () => {
  services = await temporaryServices()
})

afterEach(() => services.close())

async function theProject() {
  const [project, ...others] = await services.database.project.findMany()
  if (!project || others.length > 0) throw new Error('Not exactly one project')
  const picture = await projectPicture(services, project.id)
  if (!picture) throw new Error('No picture')
  return { ...project, ...picture }
}

describe('the example project', () => {
  test('shows the whole way: a network, a workshop held, three artefacts with a version each', async () => {
    await seedExampleProject(services)
    const project = await theProject()
    expect(project.name).toBe('Tahtotilasta tulokseen')
    expect(project.organisations).toHaveLength(17)
    expect(project.organisations[0]).toMatchObject({ name: 'Haapavesi', type: 'municipality' })
    expect(project.artefacts.map(({ kind, version }) => [kind, version?.number])).toEqual([
      ['cooperation-model', 1],
      ['service-blueprint', 1],
      ['agreement', 1],
    ])
    expect(project.workshops).toMatchObject([{ phase: 'held', seats: 22 }])
  })

  test('has a draft that went on after its version, so that there is something to compare', async () => {
    await seedExampleProject(services)
    const project = await theProject()
    expect(project.artefacts.map(({ changedSince }) => changedSince)).toEqual([false, false, true])
    expect(project.next).toMatchObject({ step: 'takeNewVersion', title: 'Kumppanuussopimus' })
  })

  test('has organisations that say where they stand: two disputed clauses, and one reworded since it was accepted', async () => {
    await seedExampleProject(services)
    const { id } = await theProject()
    const agreement = await services.database.artefact.findFirstOrThrow({ where: { kind: 'agreement' } })
    const clauses = wordedClauses((await services.live.read(agreement.id, 'agreement')).content as Agreement)
    const statements = await statementsAfter(services, agreement.id, 0)
    const table = positionTable(clauses, await askedOrganisations(services, id), statements)
    expect(table.rows.filter(({ isDisputed }) => isDisputed).map(({ clause }) => clause.id)).toEqual(['disclosure', 'shared-costs'])
    expect(table.total).toMatchObject({ accepts: 14, 'accepts-with-change': 2, open: 1, objects: 1, earlier: 1 })
    const roles = new Set(exampleSeats.map(({ role }) => role))
    expect(statements.every(({ by, at }) => roles.has(by) && at < services.now())).toBe(true)
  })

  test('holds content that its kinds accept', async () => {
    await seedExampleProject(services)
    for (const { kind, content } of services.rooms.values()) {
      expect((await loadKind(kind)).content.safeParse(content).error).toBeUndefined()
    }
    for (const version of await services.database.version.findMany()) {
      const kind = await loadKind(version.kind as 'agreement')
      expect(kind.content.safeParse(JSON.parse(version.content)).error).toBeUndefined()
    }
  })

  test('names nobody: participants are organisations and roles', async () => {
    await seedExampleProject(services)
    const [workshop] = (await theProject()).workshops
    const seats = await seatsOf(services, workshop?.id ?? '')
    expect(
      seats.every(({ displayName, role, organisation }) => displayName === role && organisation !== ''),
    ).toBe(true)
    expect(await services.database.session.count()).toBe(0)
  })

  test('tells how its workshop went: an agenda that fills the day, who was invited, votes and decisions', async () => {
    await seedExampleProject(services)
    const workshop = await services.database.workshop.findFirstOrThrow()
    const steps = await stepsOf(services, workshop.id)
    expect(fitOf(steps, workshop)).toMatchObject({ minutesLeft: 0, withoutLength: 0 })
    const board = services.rooms.get(steps.find(({ type }) => type === 'write')?.artefactId ?? '')
    const face = await (await loadKind('cooperation-model')).loadWorkshopFace()
    const places = new Set(face.places(board?.content, (key) => key).map(({ id }) => id))
    for (const { place, artefactId } of steps) if (artefactId && place) expect(places).toContain(place)
    const invited = await invitedOrganisations(services, workshop.id)
    expect(invited.map(({ came }) => came)).toContain(true)
    expect(invited).toHaveLength(17)
    expect(await services.database.ballot.count()).toBe(21)
    expect(await services.database.decision.count({ where: { organisationId: { not: null } } })).toBe(3)
    expect((await liveStateOf(services, workshop.id)).stage).toBe('closed')
  })

  test('becomes the owner’s, who lands in it', async () => {
    await seedExampleProject(services)
    const token = (await ensureOwnerLink(services))?.split('/').at(-1) ?? ''
    const account = { name: 'Omistaja', email: 'o@esimerkki.fi', password: 'kolme sanaa peräkkäin' }
    const userId = await becomeOwner(services, token, { ...account, language: 'fi' })
    expect(await landingPlace(services, userId ?? '')).toBe(`/projects/${(await theProject()).id}`)
  })

  test('is made once', async () => {
    await seedExampleProject(services)
    const { id } = await theProject()
    await seedExampleProject(services)
    expect((await theProject()).id).toBe(id)
  })

  test('is not put beside anybody’s own work', async () => {
    await newAccount(services)
    await seedExampleProject(services)
    expect(await services.database.project.count()).toBe(0)
  })

  test('is made anew when the first start was stopped half-way', async () => {
    const whole = services.live.create.bind(services.live)
    let calls = 0
    services.live.create = (...artefact) =>
      ++calls === 3 ? Promise.reject(new Error('stopped')) : whole(...artefact)
    await expect(seedExampleProject(services)).rejects.toThrow('stopped')
    services.live.create = whole
    await seedExampleProject(services)
    expect((await theProject()).artefacts).toHaveLength(3)
  })
})
