import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byOrder, initialOrders, longestOrder, orderAt, orderBetween, type Ordered } from '../../../app/document/order'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 })

describe('the order of things in a list', () => {
  it('puts a thing exactly where it was dropped, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 80 }), (drops) => {
        const list: Ordered[] = []
        drops.forEach((drop, count) => {
          const index = drop % (list.length + 1)
          const dropped = { id: `thing-${count}`, order: orderAt(list, index) }
          list.splice(index, 0, dropped)
          expect([...list].sort(byOrder).map(({ id }) => id)).toEqual(list.map(({ id }) => id))
        })
      }),
    )
  })

  it('is the same for everybody, also when two people drop at the same place at once', () => {
    fc.assert(
      fc.property(ids, fc.nat(), (names, seed) => {
        const same = orderBetween('a0', 'a1')
        const things = names.map((id) => ({ id, order: same }))
        const shuffled = [...things].sort((one, other) => hash(one.id, seed) - hash(other.id, seed))
        expect(shuffled.sort(byOrder)).toEqual([...things].sort(byOrder))
      }),
    )
  })

  it('takes a thousand fresh things in their order', () => {
    const orders = initialOrders(1000)
    expect([...orders].sort()).toEqual(orders)
    expect(new Set(orders).size).toBe(1000)
  })

  it('never makes a key so long that the thing would be left out, however often one gap is used', () => {
    let nearest = 'a1'
    for (let times = 0; times < 3000; times += 1) {
      nearest = orderBetween('a0', nearest)
      expect(nearest.length).toBeLessThanOrEqual(longestOrder)
    }
  })

  it('bears with damaged and equal keys: the new one stands after the one before it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 250 }), fc.option(fc.string({ minLength: 1 })), (before, after) => {
        const made = orderBetween(before, after ?? undefined)
        expect(made.length).toBeLessThanOrEqual(longestOrder)
        if (before.length < longestOrder - 10) expect(made >= before).toBe(true)
      }),
    )
  })
})

function hash(text: string, seed: number): number {
  let value = seed
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return value
}
