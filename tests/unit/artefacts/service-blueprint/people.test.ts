import { describe, expect, it } from 'vitest'
import { createPlacesStore, placeName } from '../../../../app/artefacts/service-blueprint/view/places'
import type { Person } from '../../../../app/sync/session'

const person = (clientId: number, place: unknown): Person => ({
  clientId,
  name: `Henkilö ${clientId}`,
  organisation: 'Kela',
  organisationType: 'authority',
  colour: '#1d569f',
  leads: false,
  place,
})

function room(first: Person[]) {
  let people = first
  const listeners = new Set<() => void>()
  const store = createPlacesStore({
    people: () => people,
    onStatus: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  store.subscribe(() => undefined)
  return {
    store,
    now: (next: Person[]) => {
      people = next
      listeners.forEach((listener) => listener())
    },
  }
}

describe('who is where in a service blueprint', () => {
  it('is told at the card, else at the cell, else at the phase or lane', () => {
    const { store } = room([
      person(1, { phase: 'p', lane: 'l', card: 'c', editing: true }),
      person(2, { phase: 'p', lane: 'l' }),
      person(3, { phase: 'p' }),
      person(4, { lane: 'l' }),
    ])
    expect(store.at(placeName.card('c'))).toMatchObject([{ person: { clientId: 1 }, editing: true }])
    expect(store.at(placeName.cell('p', 'l'))).toMatchObject([{ person: { clientId: 2 }, editing: false }])
    expect(store.at(placeName.phase('p'))).toMatchObject([{ person: { clientId: 3 } }])
    expect(store.at(placeName.lane('l'))).toMatchObject([{ person: { clientId: 4 } }])
  })

  it('is not told of places that make no sense', () => {
    const { store } = room([
      person(1, { phase: { x: 1 } }),
      person(2, 'p'),
      person(3, undefined),
      person(4, { card: 'x'.repeat(1000) }),
      person(5, {}),
    ])
    expect(store.at(placeName.cell('p', 'l'))).toEqual([])
    expect(store.at(placeName.card('x'.repeat(1000)))).toEqual([])
  })

  it('stays the same list while only others move', () => {
    const { store, now } = room([person(1, { phase: 'p', lane: 'l' }), person(2, { phase: 'q', lane: 'l' })])
    const before = store.at(placeName.cell('p', 'l'))
    now([person(1, { phase: 'p', lane: 'l' }), person(2, { phase: 'r', lane: 'l' })])
    expect(store.at(placeName.cell('p', 'l'))).toBe(before)
    expect(store.at(placeName.cell('r', 'l'))).toHaveLength(1)
    expect(store.at(placeName.cell('q', 'l'))).toEqual([])
  })
})
