import { afterEach, beforeEach, expect, test } from 'vitest'
import { stepsOf } from '../../../app/workshops/agenda/steps.server'
import { draftCountNow, forgetDraftCount, hiddenNotes } from '../../../app/workshops/run/draft-counts.server'
import { reveal } from '../../../app/workshops/run/reveal.server'
import { plannedWorkshop, type PlannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let workshop: PlannedWorkshop
let step: string

beforeEach(async () => {
  services = await temporaryServices()
  workshop = await plannedWorkshop(services, (artefactId) => [
    { title: 'Mikä toimii?', type: 'write', artefactId },
    { title: 'Ryhmitellään', type: 'group', artefactId },
  ])
  step = workshop.stepIds[0] ?? ''
  services.live.read = async () => ({ content: { items: [] }, sequence: 1 })
})

afterEach(() => services.close())

function write(key: string, ...texts: string[]) {
  const notes = texts.map((text, index) => ({ id: `note${index}`, text, heldBack: text.startsWith('('), shown: false }))
  services.liveWorkshops.notes.set(`${step} ${key}`, notes)
}

const hidden = async () => hiddenNotes(services, workshop.id, await stepsOf(services, workshop.id))

test('notes that nobody was shown are told of until they are revealed, also from a later step', async () => {
  write(await workshop.guest(), 'Yksi ovi', '  ', '(pidän itselläni')
  write(await workshop.guest(), 'Yhteinen lomake')
  expect(await hidden(), 'before its step began').toEqual([])
  await workshop.move('start')
  await workshop.move('next')
  expect(await hidden()).toEqual([{ step, title: 'Mikä toimii?', notes: 2 }])
  expect(await draftCountNow(services, step)).toEqual({ writers: 2, notes: 3, hidden: 2 })
  await reveal(services, workshop.id, step)
  forgetDraftCount(services, step)
  expect(await hidden()).toEqual([])
})
