import { describe, expect, it } from 'vitest'
import { caretAfter } from '../../../../app/artefacts/service-blueprint/model/caret'
import { initials } from '../../../../app/artefacts/service-blueprint/model/initials'
import { placeTowards, type Direction } from '../../../../app/artefacts/service-blueprint/model/towards'
import { smallPath } from './blueprint-of'

const towards = (id: string, direction: Direction) => {
  const card = smallPath.cards.find((one) => one.id === id)
  return card && placeTowards(smallPath, card, direction)
}

describe('moving a card by keys', () => {
  it('goes down within the cell, and then to the next lane that takes cards', () => {
    expect(towards('call', 'down')).toEqual({ phase: 'contact', lane: 'client', index: 1 })
    expect(towards('wait', 'down')).toEqual({ phase: 'contact', lane: 'work', index: 0 })
  })

  it('goes up past the lane of feelings to the end of the cell above', () => {
    expect(towards('write', 'up')).toEqual({ phase: 'plan', lane: 'client', index: Infinity })
  })

  it('goes to the phase beside it and stays on its lane', () => {
    expect(towards('call', 'right')).toMatchObject({ phase: 'plan', lane: 'client' })
    expect(towards('write', 'left')).toMatchObject({ phase: 'contact', lane: 'work' })
  })

  it('stops at the edges', () => {
    expect(towards('call', 'up')).toBeUndefined()
    expect(towards('call', 'left')).toBeUndefined()
    expect(towards('write', 'down')).toBeUndefined()
    expect(towards('write', 'right')).toBeUndefined()
  })

  it('does nothing for a card without a place', () => {
    const [card] = smallPath.cards
    expect(card && placeTowards(smallPath, { ...card, phase: 'gone' }, 'down')).toBeUndefined()
  })
})

describe('writing where somebody else writes too', () => {
  it('keeps the cursor between the same letters', () => {
    expect(caretAfter('Kela', 'Kela ja kunta', 2)).toBe(2)
    expect(caretAfter('Kela', 'Myös Kela', 2)).toBe(7)
    expect(caretAfter('Kela maksaa', 'Kela ei maksa', 5)).toBeLessThanOrEqual(8)
    expect(caretAfter('Kela', '', 4)).toBe(0)
  })
})

describe('an organisation’s initials', () => {
  it('are as short as tells it apart', () => {
    expect(initials('Haapavesi')).toBe('HA')
    expect(initials('Nuorten Ystävät ry')).toBe('NY')
    expect(initials('Pohjois-Pohjanmaan ELY-keskus')).toBe('PPE')
    expect(initials('')).toBe('')
  })
})
