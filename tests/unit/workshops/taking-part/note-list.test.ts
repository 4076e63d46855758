import { describe, expect, test } from 'vitest'
import type { BoardNote } from '../../../../app/artefacts/workshop-face'
import { byGroup, listRights, stillChosen } from '../../../../app/workshops/taking-part/note-list'

const note = (id: string, group: string | null = null): BoardNote => ({ id, text: id, frame: 'f', group, author: '', origin: '' })
const participant = { open: true, facilitates: false, own: ['oma'] }

describe('the list of a board’s notes', () => {
  test('shows them group by group, the empty groups too, and those in none last', () => {
    const groups = [
      { id: 'g1', name: 'Palvelut', frame: 'f' },
      { id: 'g2', name: '', frame: 'f' },
    ]
    const listed = byGroup([note('a'), note('b', 'g1'), note('c', 'g1'), note('d', 'poistettu')], groups)
    expect(listed.map(({ group, notes }) => [group?.id, notes.map(({ id }) => id)])).toEqual([
      ['g1', ['b', 'c']],
      ['g2', []],
      [undefined, ['a', 'd']],
    ])
  })

  test('is one empty list while there is nothing', () => {
    expect(byGroup([], [])).toEqual([{ group: null, notes: [] }])
  })

  test('offers what the step allows: writing and moving one’s own', () => {
    const rights = listRights({ ...participant, may: ['add', 'move-own'] })
    expect([rights.add, rights.group]).toEqual([true, false])
    expect([rights.mayChange('oma'), rights.mayChange('toisen')]).toEqual([true, false])
    expect([rights.mayMove('oma'), rights.mayMove('toisen')]).toEqual([true, false])
  })

  test('offers grouping of everybody’s notes without changing their words', () => {
    const rights = listRights({ ...participant, may: ['move-all'] })
    expect([rights.add, rights.group, rights.mayMove('toisen'), rights.mayChange('oma')]).toEqual([false, true, true, false])
  })

  test('offers nothing where the board is closed, and everything to whoever facilitates', () => {
    const closed = listRights({ ...participant, open: false, may: ['edit-all'] })
    expect([closed.add, closed.group, closed.mayMove('oma'), closed.mayChange('oma')]).toEqual([false, false, false, false])
    const leading = listRights({ ...participant, facilitates: true, may: ['look'] })
    expect([leading.add, leading.group, leading.mayMove('toisen'), leading.mayChange('toisen')]).toEqual([true, true, true, true])
  })

  test('forgets of a choice what somebody else has removed meanwhile', () => {
    const rights = listRights({ ...participant, may: ['move-all'] })
    expect(stillChosen(new Set(['a', 'poistettu']), [note('a'), note('b')], rights)).toEqual(['a'])
  })
})
