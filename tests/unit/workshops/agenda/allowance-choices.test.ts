import { describe, expect, test } from 'vitest'
import { loadKind } from '../../../../app/artefacts/registry'
import { allowanceChoices, settledAllowances, usualChoice } from '../../../../app/workshops/agenda/allowance-choices'
import { kindAbilities } from '../../../../app/workshops/agenda/artefact-facts.server'
import { mayHappenOn } from '../../../../app/workshops/agenda/step-places'
import { stepTypes } from '../../../../app/workshops/model/steps'

const board = { notes: true, finelyRuled: true }
const grid = { notes: false, finelyRuled: true }
const text = { notes: false, finelyRuled: false }

describe('what participants may be allowed', () => {
  test('is what makes sense in the step, from the least to the most', () => {
    expect(settledAllowances('write', board, ['edit-all', 'vote', 'move-own'])).toEqual(['add', 'move-own', 'edit-all'])
    expect(settledAllowances('vote', board, ['edit-all'])).toEqual(['vote'])
    expect(settledAllowances('break', null, ['add'])).toEqual(['look'])
    expect(settledAllowances('talk', null, ['edit-all'])).toEqual(['look'])
  })

  test('is all or nothing where a kind cannot tell whose change is whose', () => {
    expect(allowanceChoices('work', text).choices).toEqual(['edit-all'])
    expect(settledAllowances('work', text, ['add', 'move-own'])).toEqual(['look'])
    expect(allowanceChoices('work', grid).choices).toEqual(['add', 'move-own', 'move-all', 'edit-all'])
  })

  test('is at least looking', () => {
    expect(settledAllowances('group', board, [])).toEqual(['look'])
  })

  test('begins with what is usual for the type', () => {
    expect(stepTypes.map((type) => usualChoice(type, board))).toEqual([
      ...[['look'], ['add', 'move-own'], ['move-all'], ['vote'], ['look']],
      ...[['edit-all'], ['edit-all'], ['look'], ['look']],
    ])
  })
})

describe('where a step can happen', () => {
  test('is a board for what needs notes, any artefact for talk and work, and nowhere for a break', () => {
    const on = (kind: typeof board) => stepTypes.filter((type) => mayHappenOn(type, kind))
    expect(on(board)).toEqual(['talk', 'write', 'group', 'vote', 'decide', 'work', 'breakout'])
    expect(on(text)).toEqual(['talk', 'work'])
  })

  test('follows what each kind says of itself', async () => {
    expect((await kindAbilities('cooperation-model')).notes).toBe(true)
    expect((await kindAbilities('agreement')).notes).toBe(false)
    const face = await (await loadKind('service-blueprint')).loadWorkshopFace()
    expect((await kindAbilities('service-blueprint')).finelyRuled).toBe(face.permit !== undefined)
  })
})
