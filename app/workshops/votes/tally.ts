import type { Tally } from '../model/live-state'

/** A ballot as it is counted. `words` are the target's own at the time of voting. */
export interface CountedBallot {
  organisationType: string
  marks: Readonly<Record<string, { dots: number; words: string }>>
}

/**
 * Every target that has dots, the most first; equal ones by their words, then their ids. One that is no longer among
 * `targets` keeps its dots and the words of the last ballot that named it, and is said to be gone.
 */
export function tallyVotes(
  targets: readonly { id: string; name: string }[],
  ballots: readonly CountedBallot[],
): Tally[] {
  const names = new Map(targets.map(({ id, name }) => [id, name]))
  const tallies = new Map<string, Tally>()
  for (const { organisationType, marks } of ballots) {
    for (const [target, { dots, words }] of Object.entries(marks)) {
      if (dots <= 0) continue
      const tally = tallies.get(target) ?? emptyTally(target, !names.has(target))
      tally.name = names.get(target) ?? words
      tally.dots += dots
      tally.byType[organisationType] = (tally.byType[organisationType] ?? 0) + dots
      tallies.set(target, tally)
    }
  }
  return marked([...tallies.values()].sort(byDots))
}

/** The same tallies with what has left the board since, or come back to it. */
export function withGone(tallies: readonly Tally[], targets: readonly { id: string }[]): Tally[] {
  const there = new Set(targets.map(({ id }) => id))
  return tallies.map((tally) => ({ ...tally, gone: !there.has(tally.target) }))
}

/** A tally's place, counted from 1: those with equal dots share one. */
export function placeOf(tally: Tally, tallies: readonly Tally[]): number {
  return 1 + tallies.filter(({ dots }) => dots > tally.dots).length
}

function emptyTally(target: string, gone: boolean): Tally {
  return { target, name: '', dots: 0, byType: {}, tied: false, gone }
}

function marked(tallies: Tally[]): Tally[] {
  const counts = new Map<number, number>()
  for (const { dots } of tallies) counts.set(dots, (counts.get(dots) ?? 0) + 1)
  return tallies.map((tally) => ({ ...tally, tied: (counts.get(tally.dots) ?? 0) > 1 }))
}

function byDots(one: Tally, other: Tally): number {
  if (one.dots !== other.dots) return other.dots - one.dots
  if (one.name !== other.name) return one.name < other.name ? -1 : 1
  return one.target < other.target ? -1 : 1
}
