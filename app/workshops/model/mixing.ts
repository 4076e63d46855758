import { shuffled } from '../../lib/seeded-random'
import type { Mixing } from './steps'

/** Somebody to be put into a breakout group. */
export interface Mixable {
  key: string
  /** Whatever tells one organisation from another; null for whoever speaks for none. */
  organisation: string | null
}

/**
 * People in so many groups, whose sizes differ by one at most: anybody with anybody, or (`mixed`) nobody with another of
 * their own organisation while that can be avoided, and as few as possible where it cannot. By hand they begin empty.
 */
export function mixedInto(
  people: readonly Mixable[],
  groups: number,
  mixing: Mixing,
  random: () => number,
): Mixable[][] {
  const made: Mixable[][] = Array.from({ length: groups }, () => [])
  if (mixing === 'by-hand' || groups === 0) return made
  const row = mixing === 'random' ? shuffled(people, random) : byOrganisation(people, random)
  // Dealt out like cards: those of one organisation stand beside each other, and so go to different groups.
  row.forEach((one, index) => made[index % groups]?.push(one))
  // Else the first group would always be the larger one.
  return shuffled(made, random)
}

function byOrganisation(people: readonly Mixable[], random: () => number): Mixable[] {
  const together = new Map<string, Mixable[]>()
  for (const one of shuffled(people, random)) {
    const name = one.organisation ?? `alone ${one.key}`
    together.set(name, [...(together.get(name) ?? []), one])
  }
  return shuffled([...together.values()], random).flat()
}

/**
 * Which group somebody goes to who comes late: of the smallest ones the one with fewest of their own organisation, and
 * of those the first. Null where there is no group.
 */
export function groupForLate(groups: readonly (readonly Mixable[])[], late: Mixable, mixing: Mixing): number | null {
  let best: { index: number; size: number; own: number } | null = null
  groups.forEach((group, index) => {
    const own = mixing === 'mixed' && late.organisation ? group.filter((one) => one.organisation === late.organisation).length : 0
    const { length: size } = group
    if (!best || size < best.size || (size === best.size && own < best.own)) best = { index, size, own }
  })
  return (best as { index: number } | null)?.index ?? null
}
