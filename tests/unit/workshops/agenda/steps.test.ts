import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addStep, addSteps, changeStep, moveStep, mostSteps, stepsOf } from '../../../../app/workshops/agenda/steps.server'
import { stepSettingsSchema, type StepPlan } from '../../../../app/workshops/model/steps'
import { changeWorkshop, findWorkshop } from '../../../../app/workshops/workshop.server'
import { addArtefact, openWorkshop, projectWithOwner } from '../../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../../support/temporary-services'

let services: TemporaryServices
let projectId: string
let board: string
let workshopId: string

beforeEach(async () => {
  services = await temporaryServices()
  projectId = (await projectWithOwner(services)).projectId
  board = await addArtefact(services, projectId)
  workshopId = (await openWorkshop(services, projectId, [board])).id
})

afterEach(() => services.close())

async function theWorkshop() {
  const workshop = await findWorkshop(services, workshopId)
  if (!workshop) throw new Error('No workshop')
  return workshop
}

function planned(title: string, rest: Partial<StepPlan> = {}): StepPlan {
  return {
    type: 'talk',
    title,
    instructions: '',
    minutes: 10,
    artefactId: null,
    place: null,
    may: ['look'],
    settings: stepSettingsSchema.parse({}),
    ...rest,
  }
}

const titles = async () => (await stepsOf(services, workshopId)).map(({ title }) => title)

describe('an agenda', () => {
  test('keeps its steps in order, also where one comes between two', async () => {
    const workshop = await theWorkshop()
    await addSteps(services, workshop, [planned('Alku'), planned('Loppu')])
    await addStep(services, workshop, planned('Väli'), 1)
    await addStep(services, workshop, planned('Jatko'))
    expect(await titles()).toEqual(['Alku', 'Väli', 'Loppu', 'Jatko'])
    expect((await stepsOf(services, workshopId)).map(({ order }) => order)).toEqual([0, 1, 2, 3])
  })

  test('lets a step be moved up, down and past its ends', async () => {
    const workshop = await theWorkshop()
    const [first = '', , third = ''] = await addSteps(services, workshop, ['A', 'B', 'C'].map((title) => planned(title)))
    expect(await moveStep(services, workshopId, third, 0)).toBe(true)
    expect(await titles()).toEqual(['C', 'A', 'B'])
    expect(await moveStep(services, workshopId, first, 99)).toBe(true)
    expect(await titles()).toEqual(['C', 'B', 'A'])
    expect(await moveStep(services, workshopId, third, -1)).toBe(false)
    expect(await moveStep(services, workshopId, 'no-such-step', 0)).toBe(false)
  })

  test('says what a step is, where it happens and what participants may do in it', async () => {
    const settings = stepSettingsSchema.parse({ privately: true, authorship: 'organisation' })
    const plan = planned('Kirjoitetaan', {
      type: 'write',
      instructions: 'Yksi asia lappua kohti.',
      artefactId: board,
      place: 'frame-1',
      may: ['add', 'move-own'],
      settings,
    })
    const id = await addStep(services, await theWorkshop(), plan)
    expect(await stepsOf(services, workshopId)).toEqual([{ ...plan, id, order: 0 }])
  })

  test('points at nothing that the workshop does not work on', async () => {
    const workshop = await theWorkshop()
    const strange = await addArtefact(services, (await projectWithOwner(services)).projectId)
    const id = await addStep(services, workshop, planned('Vieras', { artefactId: strange, place: 'frame' }))
    expect(await stepsOf(services, workshopId)).toMatchObject([{ id, artefactId: null, place: null }])
    await changeStep(services, workshop, id, planned('Oma', { artefactId: board, place: 'frame' }))
    expect(await stepsOf(services, workshopId)).toMatchObject([{ artefactId: board, place: 'frame' }])
    await changeWorkshop(services, workshop, { ...workshop, artefactIds: [] }, 'server')
    expect(await stepsOf(services, workshopId)).toMatchObject([{ artefactId: null, place: null }])
  })

  test('binds nobody where the workshop no longer works, and whoever is there where it works from now on', async () => {
    const workshop = await theWorkshop()
    const [kept, added] = [await addArtefact(services, projectId), await addArtefact(services, projectId)]
    await changeWorkshop(services, workshop, { ...workshop, artefactIds: [board, kept] }, 'server')
    services.liveWorkshops.rulesChanges.length = 0
    await changeWorkshop(services, workshop, { ...workshop, artefactIds: [kept, added] }, 'server')
    expect(services.liveWorkshops.rulesChanges).toEqual([board, added])
  })

  test('leaves another workshop’s steps alone', async () => {
    const other = await openWorkshop(services, projectId, [])
    const id = await addStep(services, await theWorkshop(), planned('Oma'))
    const elsewhere = { ...(await theWorkshop()), id: other.id }
    expect(await changeStep(services, elsewhere, id, planned('Muutettu'))).toBe(false)
    expect(await titles()).toEqual(['Oma'])
  })

  test('has an end', async () => {
    const workshop = await theWorkshop()
    await addSteps(services, workshop, Array.from({ length: mostSteps }, (_, index) => planned(`Vaihe ${index}`)))
    await expect(addStep(services, workshop, planned('Vielä yksi'))).rejects.toThrow('tooMany')
  })

  test('reads odd stored values as the least that they may mean', async () => {
    const id = await addStep(services, await theWorkshop(), planned('Outo'))
    await services.database.workshopStep.update({
      where: { id },
      data: { may: '["fly","add"]', settings: '{"dots":900' },
    })
    expect(await stepsOf(services, workshopId)).toMatchObject([{ may: ['add'], settings: { dots: 3 } }])
    await services.database.workshopStep.update({ where: { id }, data: { may: 'all of it' } })
    expect(await stepsOf(services, workshopId)).toMatchObject([{ may: ['look'] }])
  })
})
