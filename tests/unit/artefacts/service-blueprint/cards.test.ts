import { describe, expect, it } from 'vitest'
import { arrange } from '../../../../app/artefacts/service-blueprint/model/arrangement'
import {
  addCard,
  changeCard,
  duplicateCard,
  moveCard,
  removeCard,
} from '../../../../app/artefacts/service-blueprint/model/card-operations'
import { longest } from '../../../../app/artefacts/service-blueprint/model/content'
import {
  moveLane,
  removeLane,
  removePhase,
} from '../../../../app/artefacts/service-blueprint/model/operations'
import { blueprintOf, copyOf, merge, read, smallPath } from './blueprint-of'

const ids = (root: Parameters<typeof read>[0], phase: string, lane: string) =>
  arrange(read(root))
    .cardsIn(phase, lane)
    .map(({ id }) => id)

describe('cards of a service blueprint', () => {
  it('are added where asked, between others', () => {
    const root = blueprintOf()
    const id = addCard(root, { phase: 'contact', lane: 'client', index: 1 }, { text: 'Jättää viestin' })
    expect(ids(root, 'contact', 'client')).toEqual(['call', id, 'wait'])
  })

  it('move to another cell, to the place asked for', () => {
    const root = blueprintOf()
    moveCard(root, 'call', { phase: 'plan', lane: 'work', index: 0 })
    expect(ids(root, 'contact', 'client')).toEqual(['wait'])
    expect(ids(root, 'plan', 'work')).toEqual(['call', 'write'])
  })

  it('change places within a cell', () => {
    const root = blueprintOf()
    moveCard(root, 'call', { phase: 'contact', lane: 'client', index: 1 })
    expect(ids(root, 'contact', 'client')).toEqual(['wait', 'call'])
  })

  it('can be put between two that were added at the same place at once', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    const place = { phase: 'contact', lane: 'work', index: 0 }
    addCard(one, place, { text: 'Toisen' })
    addCard(other, place, { text: 'Toisen' })
    merge(one, other)
    const [first, second] = ids(one, 'contact', 'work')
    moveCard(one, 'call', { ...place, index: 1 })
    expect(ids(one, 'contact', 'work')).toEqual([first, 'call', second])
  })

  it('stay in order however often one is put at the same spot', () => {
    const root = blueprintOf()
    const added: string[] = []
    for (let count = 0; count < 400; count += 1) {
      added.unshift(addCard(root, { phase: 'plan', lane: 'client', index: count % 2 }))
      if (count % 2) [added[0], added[1]] = [added[1] ?? '', added[0] ?? '']
    }
    expect(ids(root, 'plan', 'client')).toEqual(added)
    expect(Math.max(...read(root).cards.map(({ order }) => order.length))).toBeLessThan(100)
  })

  it('are copied with all they say, right after themselves', () => {
    const root = blueprintOf()
    changeCard(root, 'call', { organisation: 'Kela', channel: 'puhelin', mark: 'pain-point' })
    const copy = duplicateCard(root, 'call')
    expect(ids(root, 'contact', 'client')).toEqual(['call', copy, 'wait'])
    const said = read(root).cards.find(({ id }) => id === copy)
    expect(said).toMatchObject({
      text: 'Soittaa palveluun',
      organisation: 'Kela',
      channel: 'puhelin',
      mark: 'pain-point',
    })
  })

  it('keep both texts when two people write on the same card at once', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    changeCard(one, 'call', { text: 'Soittaa palveluun heti' })
    changeCard(other, 'call', { text: 'Asiakas: Soittaa palveluun' })
    merge(one, other)
    expect(read(one).cards[0]?.text).toBe('Asiakas: Soittaa palveluun heti')
  })

  it('end where one of two people put them, never in a third place', () => {
    for (let round = 0; round < 12; round += 1) {
      const one = blueprintOf()
      const other = copyOf(one)
      moveCard(one, 'call', { phase: 'plan', lane: 'client', index: 0 })
      moveCard(other, 'call', { phase: 'contact', lane: 'work', index: 0 })
      merge(one, other)
      const place = read(one).cards.find(({ id }) => id === 'call')
      expect([
        ['plan', 'client'],
        ['contact', 'work'],
      ]).toContainEqual([place?.phase, place?.lane])
      expect(read(other)).toEqual(read(one))
    }
  })

  it('do not grow past the longest text, and are never cut by a change to one that is longer already', () => {
    const long = 'ä'.repeat(longest.text + 50)
    const root = blueprintOf({
      ...smallPath,
      cards: smallPath.cards.map((card) => (card.id === 'call' ? { ...card, text: long } : card)),
    })
    expect(read(root).cards[0]?.text).toBe(long)
    changeCard(root, 'call', { text: `b${long.slice(1)}` })
    expect(read(root).cards[0]?.text).toHaveLength(long.length)
    changeCard(root, 'wait', { text: long })
    expect(read(root).cards[1]?.text).toHaveLength(longest.text)
  })

  it('that are gone are changed by nobody', () => {
    const root = blueprintOf()
    removeCard(root, 'call')
    const before = read(root)
    changeCard(root, 'call', { text: 'Palaa' })
    moveCard(root, 'call', { phase: 'plan', lane: 'work', index: 0 })
    expect(duplicateCard(root, 'call')).toBeUndefined()
    expect(read(root)).toEqual(before)
  })
})

describe('when a phase or lane is removed while somebody else works in it', () => {
  it('a card that was moved into it waits without a place', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    moveCard(one, 'write', { phase: 'contact', lane: 'client', index: 0 })
    removePhase(other, 'contact')
    merge(one, other)
    expect(arrange(read(one)).withoutPlace.map(({ id }) => id)).toEqual(['write'])
    expect(read(one).cards).toHaveLength(1)
    expect(read(other)).toEqual(read(one))
  })

  it('a card that was moved out of it lives on where it was put', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    moveCard(one, 'call', { phase: 'plan', lane: 'client', index: 0 })
    removePhase(other, 'contact')
    merge(one, other)
    expect(ids(one, 'plan', 'client')).toEqual(['call'])
    expect(arrange(read(one)).withoutPlace).toEqual([])
  })

  it('a card that was added to it waits without a place, and gets one by moving', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    const id = addCard(one, { phase: 'plan', lane: 'work', index: 0 }, { text: 'Juuri kirjoitettu' })
    removeLane(other, 'work')
    merge(one, other)
    expect(arrange(read(other)).withoutPlace.map((card) => card.id)).toEqual([id])
    moveCard(other, id, { phase: 'plan', lane: 'client', index: 0 })
    expect(ids(other, 'plan', 'client')).toEqual([id])
    expect(arrange(read(other)).withoutPlace).toEqual([])
  })

  it('the other cards of it go, whatever was written on them', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    changeCard(one, 'wait', { text: 'Odottaa viikon' })
    removePhase(other, 'contact')
    merge(one, other)
    expect(read(one).cards.map(({ id }) => id)).toEqual(['write'])
  })

  it('a card may stand in both a removed phase and a moved lane', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    removePhase(one, 'contact')
    moveLane(other, 'client', 2)
    merge(one, other)
    expect(read(one).lanes.map(({ id }) => id)).toEqual(['feelings', 'work', 'client'])
    expect(read(one)).toEqual(read(other))
  })
})
