import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kindIds } from '../../../../app/artefacts/registry'
import { languages } from '../../../../app/i18n/languages'
import { applyTemplate } from '../../../../app/workshops/agenda/apply-template.server'
import { materialsOf } from '../../../../app/workshops/agenda/run-sheet'
import { stepsOf } from '../../../../app/workshops/agenda/steps.server'
import { longestInstructions, longestTitle } from '../../../../app/workshops/agenda/step-form'
import { agendaTemplateChoices } from '../../../../app/workshops/agenda/template-choices.server'
import { agendaTemplates } from '../../../../app/workshops/agenda/templates'
import { stepPlanSchema, stepSettingsSchema, stepsOnNotes } from '../../../../app/workshops/model/steps'
import { findWorkshop } from '../../../../app/workshops/workshop.server'
import { addArtefact, openWorkshop, projectWithOwner } from '../../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../../support/temporary-services'

/** What each format takes, in minutes, as its description says. */
const lengths: Record<string, number> = {
  'steering-day': 360,
  'roles-and-interfaces': 180,
  'municipal-round': 120,
  forum: 180,
  training: 90,
}

test('there is a template for each format that the projects use', () => {
  expect(agendaTemplates.map(({ id }) => id)).toEqual(Object.keys(lengths))
})

describe.each(agendaTemplates.map((template) => ({ id: template.id, template })))('the template $id', ({ id, template }) => {
  const steps = Object.entries(template.steps)

  test('takes as long as it says', () => {
    expect(steps.reduce((sum, [, { minutes }]) => sum + minutes, 0)).toBe(lengths[id])
  })

  test('has words for every step in every language, and none left over', () => {
    for (const language of languages) {
      const words = template.words[language]
      expect(Object.keys(words.steps).sort()).toEqual(Object.keys(template.steps).sort())
      expect(words.name.trim()).not.toBe('')
      expect(words.description.trim()).not.toBe('')
      for (const [step, { type }] of steps) {
        const [title = '', instructions = ''] = words.steps[step] ?? []
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(longestTitle)
        expect(instructions.length).toBeLessThanOrEqual(longestInstructions)
        // Only a break needs no telling.
        if (type !== 'break') expect(instructions, `${language} ${step}`).not.toBe('')
      }
    }
  })

  test('writes, groups, votes and splits up on a board, and begins and ends with everybody', () => {
    for (const [, { type, on }] of steps) {
      if (stepsOnNotes.includes(type)) expect(on && 'board' in on).toBe(true)
      if (on && 'kind' in on) expect(kindIds).toContain(on.kind)
    }
    expect(steps[0]?.[1].type).toBe('talk')
    expect(steps.at(-1)?.[1].type).toBe('feedback')
  })

  test('names each of its frames in every language', () => {
    const areas = new Set(steps.flatMap(([, { on }]) => (on && 'board' in on ? [on.board] : [])))
    for (const language of languages) expect(Object.keys(template.words[language].areas).sort()).toEqual([...areas].sort())
  })

  test('sets only what settings there are', () => {
    for (const [, { settings }] of steps) {
      const whole = stepSettingsSchema.parse(settings ?? {})
      expect(whole).toMatchObject(settings ?? {})
      expect(whole.dotsOnOne).toBeLessThanOrEqual(whole.dots)
    }
  })
})

test('templates are offered by name, length and number of steps', () => {
  expect(agendaTemplateChoices('fi')[1]).toMatchObject({ id: 'roles-and-interfaces', steps: 10, minutes: 180 })
})

test('an agenda tells what to prepare', () => {
  const settings = stepSettingsSchema.parse({ groups: 4 })
  const of = (...types: Parameters<typeof materialsOf>[0][number]['type'][]) =>
    materialsOf(types.map((type) => ({ type, settings }))).map(({ what }) => what)
  expect(of('talk')).toEqual(['door', 'screen'])
  expect(of('write', 'vote', 'break')).toEqual(['door', 'screen', 'devices', 'withoutDevice', 'refreshments'])
  expect(materialsOf([{ type: 'breakout', settings }])).toContainEqual({ what: 'groupPlaces', count: 4 })
})

describe('a template that is chosen', () => {
  let services: TemporaryServices
  let projectId: string

  beforeEach(async () => {
    services = await temporaryServices()
    projectId = (await projectWithOwner(services)).projectId
  })

  afterEach(() => services.close())

  async function workshopOn(artefactIds: string[]) {
    const workshop = await findWorkshop(services, (await openWorkshop(services, projectId, artefactIds)).id)
    if (!workshop) throw new Error('No workshop')
    return workshop
  }

  test('fills the agenda, with frames of its own on the board for what is written', async () => {
    const board = await addArtefact(services, projectId)
    const workshop = await workshopOn([board])
    expect(await applyTemplate(services, workshop, 'roles-and-interfaces', 'fi')).toBe(true)
    const steps = await stepsOf(services, workshop.id)
    expect(steps).toHaveLength(10)
    for (const step of steps) expect(stepPlanSchema.safeParse(step).success).toBe(true)
    const [made] = services.liveWorkshops.changes
    if (made?.change.do !== 'make-frames') throw new Error('No frames were made')
    expect(made.artefactId).toBe(board)
    expect(made.change.frames.map(({ name }) => name)).toEqual(['Roolit', 'Rajapinnat'])
    const [roles, interfaces] = made.change.frames.map(({ id }) => id)
    expect(steps.map(({ place }) => place)).toEqual([
      ...[null, roles, roles, interfaces, interfaces],
      ...[null, interfaces, null, interfaces, null],
    ])
    expect(steps.map(({ may }) => may)).toEqual([
      ...[['look'], ['add', 'move-own'], ['move-all'], ['add', 'move-own'], ['vote']],
      ...[['look'], ['edit-all'], ['look'], ['look'], ['look']],
    ])
  })

  test('is told to whoever has the workshop open already', async () => {
    const workshop = await workshopOn([])
    await applyTemplate(services, workshop, 'training', 'fi')
    expect(services.liveWorkshops.news.get(workshop.id)?.().state).toHaveProperty('agenda.length', 7)
  })

  test('stands in the agenda without a place where the workshop has no board', async () => {
    const workshop = await workshopOn([])
    expect(await applyTemplate(services, workshop, 'forum', 'sv')).toBe(true)
    const steps = await stepsOf(services, workshop.id)
    expect(steps.map(({ title }) => title)).toContain('Vilka tecken ser du?')
    expect(steps.every(({ artefactId, place }) => artefactId === null && place === null)).toBe(true)
  })

  test('finds the artefact of its kind, and works on the whole board where no frame can be made now', async () => {
    const board = await addArtefact(services, projectId)
    const path = await addArtefact(services, projectId, 'Palvelupolku')
    await services.database.artefact.update({ where: { id: path }, data: { kind: 'service-blueprint' } })
    services.liveWorkshops.change = () => Promise.reject(new Error('The disk is full'))
    const workshop = await workshopOn([board, path])
    await applyTemplate(services, workshop, 'municipal-round', 'fi')
    const steps = await stepsOf(services, workshop.id)
    expect(steps.find(({ type }) => type === 'work')).toMatchObject({ artefactId: path, place: null, may: ['edit-all'] })
    expect(steps.find(({ type }) => type === 'write')).toMatchObject({ artefactId: board, place: null })
  })

  test('never goes over an agenda that somebody has begun', async () => {
    const workshop = await workshopOn([])
    expect(await applyTemplate(services, workshop, 'training', 'fi')).toBe(true)
    expect(await applyTemplate(services, workshop, 'forum', 'fi')).toBe(false)
    expect(await stepsOf(services, workshop.id)).toHaveLength(7)
    expect(await applyTemplate(services, await workshopOn([]), 'no-such-template', 'fi')).toBe(false)
  })
})
