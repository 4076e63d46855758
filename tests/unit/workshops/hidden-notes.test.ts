import { afterEach, beforeEach, expect, test } from 'vitest'
import { stepsOf } from '../../../app/workshops/agenda/steps.server'
import { commandWorkshop } from '../../../app/workshops/run/commands.server'
import { draftCountNow, forgetDraftCount, hiddenNotes } from '../../../app/workshops/run/draft-counts.server'
import { reveal } from '../../../app/workshops/run/reveal.server'
import { liveStateOf } from '../../../app/workshops/run/live-run.server'
import { addMember, memberCookie } from '../../support/example-people'
import { plannedWorkshop, type PlannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let workshop: PlannedWorkshop
let step: string

beforeEach(async () => {
  services = await temporaryServices()
  workshop = await plannedWorkshop(services, (artefactId) => [
    { title: 'Aloitus' },
    { title: 'Mikä toimii?', type: 'write', artefactId },
    { title: 'Ryhmitellään', type: 'group', artefactId },
  ])
  step = workshop.stepIds[1] ?? ''
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
  for (const move of ['start', 'next', 'next'] as const) await workshop.move(move)
  expect(await hidden()).toEqual([{ step, title: 'Mikä toimii?', notes: 2 }])
  expect(await draftCountNow(services, step)).toEqual({ writers: 2, notes: 3, hidden: 2 })
  await reveal(services, workshop.id, step)
  forgetDraftCount(services, step)
  expect(await hidden()).toEqual([])
})

test.each<[string, { intent: string; to?: number }, number]>([
  ['on', { intent: 'next' }, 2],
  ['back', { intent: 'back' }, 0],
  ['to an earlier step', { intent: 'go', to: 0 }, 0],
  ['to a later step', { intent: 'go', to: 2 }, 2],
])('going %s from a step with hidden notes asks first, and goes when one leaves them hidden', async (_where, { intent, to }, at) => {
  const { userId } = await addMember(services, workshop.projectId, 'facilitator', null)
  const cookie = await memberCookie(services, userId)
  const give = async (unrevealed: 'ask' | 'leave') => {
    const { turn } = await liveStateOf(services, workshop.id)
    const fields = { intent, turn: String(turn), unrevealed, ...(to === undefined ? {} : { step: workshop.stepIds[to] ?? '' }) }
    const request = new Request(`http://localhost:3000/workshops/${workshop.id}/desk`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(fields),
    })
    return commandWorkshop(request, { services, address: '192.0.2.1', nonce: '' }, workshop.id)
  }
  write(await workshop.guest(), 'Yksi ovi')
  await workshop.move('start')
  await workshop.move('next')
  expect(await give('ask')).toMatchObject({ outcome: 'hidden', notes: 1, state: { step: { id: step } } })
  expect(await give('leave')).toMatchObject({ outcome: 'done', state: { step: { id: workshop.stepIds[at] } } })
})
