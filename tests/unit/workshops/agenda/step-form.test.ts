import { describe, expect, test } from 'vitest'
import { readForm } from '../../../../app/accounts/request.server'
import { changedStepSchema, newStepSchema } from '../../../../app/workshops/agenda/step-form'

const post = (fields: Record<string, string>) =>
  readForm(
    new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams({ intent: 'add', type: 'write', title: 'Kirjoitetaan', instructions: '', minutes: '', ...fields }),
    }),
    newStepSchema,
  )

describe('the form of a step', () => {
  test('may leave the length empty, and says plainly what a length is', async () => {
    expect(await post({})).toMatchObject({ ok: true, value: { plan: { minutes: null } } })
    expect(await post({ minutes: '45' })).toMatchObject({ ok: true, value: { plan: { minutes: 45 } } })
    for (const minutes of ['0', '481', '99999', 'pitkään', '-5', '1.5']) {
      expect(await post({ minutes })).toMatchObject({ ok: false, problems: { minutes: 'notMinutes' } })
    }
  })

  test('takes what it does not ask for a type from the defaults', async () => {
    expect(await post({ privately: 'no', authorship: 'person' })).toMatchObject({
      value: { plan: { artefactId: null, place: null, may: [], settings: { privately: false, authorship: 'person', dots: 3 } } },
    })
  })

  test('never gives one thing more dots than a person has', async () => {
    expect(await post({ dots: '2', dotsOnOne: '5' })).toMatchObject({ value: { plan: { settings: { dots: 2, dotsOnOne: 2 } } } })
  })

  test('refuses what no field offers', async () => {
    expect(await post({ title: ' ' })).toMatchObject({ problems: { title: 'missing' } })
    expect(await post({ dots: '21' })).toMatchObject({ problems: { dots: 'invalid' } })
    expect(await post({ artefact: 'nothing' })).toMatchObject({ problems: { artefact: 'notAnOption' } })
    expect(await post({ may: 'fly' })).toMatchObject({ ok: false })
    expect(changedStepSchema.safeParse({ intent: 'change', id: '../', title: 'x', minutes: '' }).success).toBe(false)
  })
})
