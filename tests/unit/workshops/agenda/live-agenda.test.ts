import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { duplicateStep, planStep, removeStep, reorderStep, replanStep } from '../../../../app/workshops/agenda/agenda.server'
import { stepsOf } from '../../../../app/workshops/agenda/steps.server'
import { stepSettingsSchema, type StepPlan } from '../../../../app/workshops/model/steps'
import { liveStateOf } from '../../../../app/workshops/run/live-run.server'
import { moveRun } from '../../../../app/workshops/run/moves.server'
import { findWorkshop, type WorkshopRecord } from '../../../../app/workshops/workshop.server'
import { addArtefact, openWorkshop, projectWithOwner } from '../../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../../support/temporary-services'

let services: TemporaryServices
let workshop: WorkshopRecord
let board: string

beforeEach(async () => {
  services = await temporaryServices()
  const { projectId } = await projectWithOwner(services)
  board = await addArtefact(services, projectId)
  const found = await findWorkshop(services, (await openWorkshop(services, projectId, [board])).id)
  if (!found) throw new Error('No workshop')
  workshop = found
})

afterEach(() => services.close())

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

const writing = (rest: Partial<StepPlan> = {}) =>
  planned('Kirjoitetaan', {
    type: 'write',
    artefactId: board,
    may: ['add'],
    settings: stepSettingsSchema.parse({ authorship: 'nobody' }),
    ...rest,
  })

async function start() {
  await moveRun(services, workshop.id, (await liveStateOf(services, workshop.id)).turn, { move: 'start' })
}

const state = () => liveStateOf(services, workshop.id)

describe('an agenda that is changed while the workshop runs', () => {
  test('is told to everybody at once, on a new turn', async () => {
    await planStep(services, workshop, planned('Alku'))
    await start()
    const { turn } = await state()
    await planStep(services, workshop, planned('Loppu'))
    expect(await state()).toMatchObject({ turn: turn + 1, agenda: [{ title: 'Alku' }, { title: 'Loppu' }] })
    expect(services.liveWorkshops.news.get(workshop.id)?.()).toMatchObject({
      kind: 'workshop',
      state: { agenda: [{ title: 'Alku' }, { title: 'Loppu' }] },
    })
  })

  test('tells new instructions of the step that runs, and leaves its clock alone', async () => {
    const id = await planStep(services, workshop, planned('Alku'))
    await start()
    services.pass(60_000)
    await replanStep(services, workshop, id, planned('Alku', { instructions: 'Puhukaa vierustoverille.', minutes: 30 }))
    expect(await state()).toMatchObject({
      step: { instructions: 'Puhukaa vierustoverille.' },
      clock: { leftMs: 9 * 60_000 },
    })
  })

  test('asks anew in the artefact what participants may do there', async () => {
    const id = await planStep(services, workshop, writing())
    await start()
    services.liveWorkshops.rulesChanges.length = 0
    await replanStep(services, workshop, id, writing({ may: ['add', 'move-all'] }))
    expect(services.liveWorkshops.rulesChanges).toEqual([board])
  })

  test('goes on with the next step when the one that runs is removed', async () => {
    const first = await planStep(services, workshop, planned('Alku'))
    const second = await planStep(services, workshop, planned('Jatko'))
    await start()
    expect(await removeStep(services, workshop.id, first)).toBe(true)
    expect(await state()).toMatchObject({ stage: 'running', step: { id: second }, clock: { leftMs: 10 * 60_000 } })
  })

  test('goes back to the one before when the last one is removed while it runs, and stands still without any', async () => {
    const first = await planStep(services, workshop, planned('Alku'))
    const second = await planStep(services, workshop, planned('Loppu'))
    await start()
    await moveRun(services, workshop.id, (await state()).turn, { move: 'next' })
    await removeStep(services, workshop.id, second)
    expect((await state()).step?.id).toBe(first)
    await removeStep(services, workshop.id, first)
    expect(await state()).toMatchObject({ stage: 'running', step: null, agenda: [] })
  })

  test('keeps what runs when it is moved to another place', async () => {
    const first = await planStep(services, workshop, planned('Alku'))
    await planStep(services, workshop, planned('Loppu'))
    await start()
    await reorderStep(services, workshop.id, first, 1)
    const { agenda, step } = await state()
    expect(agenda.map(({ title }) => title)).toEqual(['Loppu', 'Alku'])
    expect(step?.id).toBe(first)
  })

  test('loses with a removed step the private notes that were not revealed, and its votes', async () => {
    const id = await planStep(services, workshop, writing())
    const vote = await planStep(services, workshop, planned('Äänestys', { type: 'vote', artefactId: board, may: ['vote'] }))
    services.liveWorkshops.notes.set(`${id} seat:1`, [{ id: 'n', text: 'Oma', heldBack: false, shown: false }])
    await services.database.ballot.create({
      data: { id: 'b', stepId: vote, voterKey: 'seat:1', dots: '{}', castAt: new Date(services.now()) },
    })
    await removeStep(services, workshop.id, id)
    await removeStep(services, workshop.id, vote)
    expect(services.liveWorkshops.notes.size).toBe(0)
    expect(await services.database.ballot.count()).toBe(0)
  })

  test('answers plainly that a step is gone already', async () => {
    const id = await planStep(services, workshop, planned('Alku'))
    await removeStep(services, workshop.id, id)
    expect(await removeStep(services, workshop.id, id)).toBe(false)
    expect(await replanStep(services, workshop, id, planned('Uusi nimi'))).toBe(false)
    expect(await duplicateStep(services, workshop, id)).toBe(false)
    expect((await state()).agenda).toEqual([])
  })

  test('never shows names that writers were told would not be shown', async () => {
    const id = await planStep(services, workshop, writing())
    const named = writing({ settings: stepSettingsSchema.parse({ authorship: 'person', privately: false }) })
    await replanStep(services, workshop, id, named)
    expect(await stepsOf(services, workshop.id)).toMatchObject([{ settings: { authorship: 'person', privately: false } }])
    await replanStep(services, workshop, id, writing())
    await start()
    await replanStep(services, workshop, id, { ...named, title: 'Uusi nimi' })
    expect(await stepsOf(services, workshop.id)).toMatchObject([
      { title: 'Uusi nimi', settings: { authorship: 'nobody', privately: true } },
    ])
  })

  test('keeps the rules that votes were given by', async () => {
    const settings = stepSettingsSchema.parse({ dots: 3 })
    const plan = planned('Äänestys', { type: 'vote', artefactId: board, place: 'a', may: ['vote'], settings })
    const id = await planStep(services, workshop, plan)
    await services.database.ballot.create({
      data: { id: 'b', stepId: id, voterKey: 'seat:1', dots: '{}', castAt: new Date(services.now()) },
    })
    const other = { ...plan, title: 'Uusi', place: 'b', settings: stepSettingsSchema.parse({ dots: 5 }) }
    await replanStep(services, workshop, id, other)
    expect(await stepsOf(services, workshop.id)).toMatchObject([{ title: 'Uusi', place: 'a', settings: { dots: 3 } }])
  })
})

test('a step is duplicated right after itself', async () => {
  const id = await planStep(services, workshop, writing())
  await planStep(services, workshop, planned('Loppu'))
  await duplicateStep(services, workshop, id)
  const [first, second, third] = await stepsOf(services, workshop.id)
  expect([first?.title, second?.title, third?.title]).toEqual(['Kirjoitetaan', 'Kirjoitetaan', 'Loppu'])
  expect(second).toEqual({ ...first, id: second?.id, order: 1 })
})
