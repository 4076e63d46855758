import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dotsSchema, dotsUsed, onTargets, overLimits, withDots } from '../../../../app/workshops/votes/ballot'
import { readMarks, writeMarks } from '../../../../app/workshops/votes/marks'
import { placeOf, tallyVotes, withGone, type CountedBallot } from '../../../../app/workshops/votes/tally'

const types = ['municipality', 'authority', 'third-sector', '']
const targetIds = ['a', 'b', 'c', 'd', 'e']
const board = targetIds.slice(0, 4).map((id) => ({ id, name: `Lappu ${id}` }))

const ballots: fc.Arbitrary<CountedBallot[]> = fc.array(
  fc.record({
    organisationType: fc.constantFrom(...types),
    marks: fc.dictionary(
      fc.constantFrom(...targetIds),
      fc.record({ dots: fc.integer({ min: 0, max: 5 }), words: fc.constant('Silloin kirjoitettu') }),
    ),
  }),
  { maxLength: 60 },
)

const dotsIn = (all: readonly CountedBallot[]) =>
  all.flatMap(({ marks }) => Object.values(marks)).reduce((sum, { dots }) => sum + dots, 0)

describe('the result of a vote', () => {
  test('holds every dot that was given, once', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const tallies = tallyVotes(board, all)
        expect(tallies.reduce((sum, { dots }) => sum + dots, 0)).toBe(dotsIn(all))
        for (const { dots, byType } of tallies) {
          expect(Object.values(byType).reduce((sum, count) => sum + count, 0)).toBe(dots)
        }
      }),
    )
  })

  test('begins with what got most, and calls those with equal dots a tie', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const tallies = tallyVotes(board, all)
        tallies.forEach((tally, index) => {
          expect(tally.dots).toBeGreaterThan(0)
          expect(tally.dots).toBeLessThanOrEqual(tallies[index - 1]?.dots ?? Infinity)
          const equals = tallies.filter(({ dots }) => dots === tally.dots)
          expect(tally.tied).toBe(equals.length > 1)
          expect(new Set(equals.map((one) => placeOf(one, tallies))).size).toBe(1)
        })
      }),
    )
  })

  test('is the same in whatever order the ballots came', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        expect(tallyVotes(board, [...all].reverse())).toEqual(tallyVotes(board, all))
      }),
    )
  })

  test('counts by organisation type, and apart those of none', () => {
    const given = (organisationType: string, dots: number) => ({
      organisationType,
      marks: { a: { dots, words: 'Lappu a' } },
    })
    const [first] = tallyVotes(board, [given('municipality', 2), given('municipality', 1), given('', 1)])
    expect(first).toMatchObject({ dots: 4, byType: { municipality: 3, '': 1 } })
  })

  test('keeps the dots of what was taken off the board, with the words that it had', () => {
    const tallies = tallyVotes(board, [
      { organisationType: '', marks: { e: { dots: 2, words: 'Yhteinen koulutus' } } },
    ])
    expect(tallies).toEqual([
      { target: 'e', name: 'Yhteinen koulutus', dots: 2, byType: { '': 2 }, tied: false, gone: true },
    ])
  })

  test('says so when something leaves the board after it was shown, and when it comes back', () => {
    const shown = tallyVotes(board, [{ organisationType: '', marks: { a: { dots: 1, words: '' } } }])
    expect(shown[0]?.gone).toBe(false)
    const without = withGone(shown, board.slice(1))
    expect(without[0]).toMatchObject({ gone: true, name: 'Lappu a', dots: 1 })
    expect(withGone(without, board)[0]?.gone).toBe(false)
  })

  test('says what stands on the board now, where somebody put it otherwise since', () => {
    const marks = { a: { dots: 1, words: 'Vanha sanamuoto' } }
    expect(tallyVotes(board, [{ organisationType: '', marks }])[0]?.name).toBe('Lappu a')
  })
})

describe('a ballot', () => {
  const limits = { dots: 3, dotsOnOne: 2 }

  test('never gets past its limits, whatever is pressed', () => {
    const presses = fc.array(fc.tuple(fc.constantFrom(...targetIds), fc.integer({ min: -3, max: 9 })))
    fc.assert(
      fc.property(presses, (all) => {
        const dots = all.reduce<Readonly<Record<string, number>>>(
          (ballot, [target, wanted]) => withDots(ballot, target, wanted, limits),
          {},
        )
        expect(overLimits(dots, limits)).toBeUndefined()
        expect(dotsUsed(dots)).toBeLessThanOrEqual(limits.dots)
        expect(Object.values(dots).every((count) => count > 0)).toBe(true)
      }),
    )
  })

  test('with more dots than there are, in all or on one thing, is known', () => {
    expect(overLimits({ a: 2, b: 2 }, limits)).toBe('too-many')
    expect(overLimits({ a: 3 }, limits)).toBe('too-many-on-one')
  })

  test('gives back the dots of what is gone', () => {
    expect(onTargets({ a: 1, e: 2 }, board)).toEqual({ dots: { a: 1 }, cameBack: 2 })
  })

  test('is refused when it holds anything but whole dots', () => {
    for (const odd of [{ a: -1 }, { a: 1.5 }, { a: '1' }, { a: 21 }, { '': 1 }, { ['x'.repeat(65)]: 1 }, [1], null]) {
      expect(dotsSchema.safeParse(odd).success).toBe(false)
    }
    expect(dotsSchema.parse({ a: 0, b: 1 })).toEqual({ b: 1 })
  })

  test('is kept with the words that were voted for, and odd data counts as no dots', () => {
    expect(readMarks(writeMarks({ a: 2 }, board))).toEqual({ a: { dots: 2, words: 'Lappu a' } })
    expect(readMarks('{"a":')).toEqual({})
    expect(readMarks('{"a":{"dots":"2"}}')).toEqual({})
  })
})
