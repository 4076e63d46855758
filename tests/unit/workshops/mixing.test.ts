import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../app/lib/seeded-random'
import { groupForLate, mixedInto, type Mixable } from '../../../app/workshops/model/mixing'

const person = (key: string, organisation: string | null): Mixable => ({ key, organisation })

/** Sixty people at most, of eight organisations and of none. */
const crowd = fc
  .array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { nil: null }), { maxLength: 60 })
  .map((organisations) => organisations.map((organisation, index) => person(`seat:${index}`, organisation)))
const groupCount = fc.integer({ min: 2, max: 20 })
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const sizes = (groups: Mixable[][]) => groups.map(({ length }) => length)

function ofOneOrganisation(group: readonly Mixable[], organisation: string): number {
  return group.filter((one) => one.organisation === organisation).length
}

describe('mixing people into groups', () => {
  test('puts everybody into exactly one group', () => {
    fc.assert(
      fc.property(crowd, groupCount, fc.constantFrom('random', 'mixed'), seed, (people, count, mixing, from) => {
        const groups = mixedInto(people, count, mixing, seededRandom(from))
        expect(groups).toHaveLength(count)
        expect(groups.flat().map(({ key }) => key).sort()).toEqual(people.map(({ key }) => key).sort())
      }),
    )
  })

  test('makes groups whose sizes differ by one at most', () => {
    fc.assert(
      fc.property(crowd, groupCount, fc.constantFrom('random', 'mixed'), seed, (people, count, mixing, from) => {
        const all = sizes(mixedInto(people, count, mixing, seededRandom(from)))
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('mixed, puts two of one organisation together only where they are more than there are groups', () => {
    fc.assert(
      fc.property(crowd, groupCount, seed, (people, count, from) => {
        const groups = mixedInto(people, count, 'mixed', seededRandom(from))
        for (const organisation of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
          const most = Math.ceil(ofOneOrganisation(people, organisation) / count)
          for (const group of groups) expect(ofOneOrganisation(group, organisation)).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  test('the same seed gives the same groups, another one others', () => {
    const people = Array.from({ length: 30 }, (_, index) => person(`seat:${index}`, `org ${index % 5}`))
    const made = (from: number) => JSON.stringify(mixedInto(people, 5, 'mixed', seededRandom(from)))
    expect(made(1)).toBe(made(1))
    expect(made(1)).not.toBe(made(2))
  })

  test('by hand, the groups begin empty', () => {
    expect(mixedInto([person('seat:1', 'a')], 3, 'by-hand', seededRandom(1))).toEqual([[], [], []])
  })
})

describe('whoever comes late', () => {
  test('goes to the smallest group', () => {
    const groups = [[person('1', 'a'), person('2', 'b')], [person('3', 'c')], [person('4', 'a'), person('5', 'c')]]
    expect(groupForLate(groups, person('6', 'c'), 'mixed')).toBe(1)
  })

  test('of several small ones, to one without anybody of their own organisation', () => {
    const groups = [[person('1', 'a')], [person('2', 'b')]]
    expect(groupForLate(groups, person('3', 'a'), 'mixed')).toBe(1)
    expect(groupForLate(groups, person('3', 'a'), 'random')).toBe(0)
  })

  test('never makes sizes differ by more than one, however many come', () => {
    fc.assert(
      fc.property(crowd, crowd, groupCount, seed, (people, late, count, from) => {
        const groups = mixedInto(people, count, 'mixed', seededRandom(from))
        for (const one of late) groups[groupForLate(groups, one, 'mixed') ?? -1]?.push(one)
        const all = sizes(groups)
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('goes nowhere where there is no group', () => {
    expect(groupForLate([], person('1', null), 'mixed')).toBeNull()
  })
})
