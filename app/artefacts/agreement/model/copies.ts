import type { Clause } from './content'
import { subclausesOf } from './clauses'

/** How old a clause is, as text whose order everybody sees alike. */
export type Birth = (clause: Clause) => string

interface Standing {
  clause: Clause
  /** How many levels of clauses it holds. */
  height: number
  /** The clauses around it. */
  inside: readonly Clause[]
}

/**
 * Two people who move one clause at the same moment leave two copies of it. Of copies that say the same the oldest
 * stays, wherever it stands; the others are answered here. Copies that differ all stay.
 */
export function findSurplus(clauses: readonly Clause[], birth: Birth): ReadonlySet<Clause> {
  const surplus = new Set<Clause>()
  const groups = groupById(clauses)
  // A clause is always higher than what it holds, so what goes with a copy is known before it is looked at itself.
  for (const group of [...groups.values()].sort((one, other) => heightOf(other) - heightOf(one))) {
    const kept = new Map<string, Clause>()
    for (const { clause, inside } of group) {
      if (inside.some((outer) => surplus.has(outer))) continue
      const words = JSON.stringify(clause)
      const other = kept.get(words)
      const isOlder = other !== undefined && birth(clause) < birth(other)
      if (!other || isOlder) kept.set(words, clause)
      if (other) surplus.add(isOlder ? other : clause)
    }
  }
  return surplus
}

/** Those ids alone that stand more than once. */
function groupById(clauses: readonly Clause[]): Map<string, Standing[]> {
  const groups = new Map<string, Standing[]>()
  const look = (clause: Clause, inside: readonly Clause[]): number => {
    const below = subclausesOf(clause).reduce(
      (most, one) => Math.max(most, look(one, [...inside, clause])),
      0,
    )
    const standing = { clause, inside, height: 1 + below }
    const id = clause.attrs.id
    const group = groups.get(id)
    if (group) group.push(standing)
    else if (id !== '') groups.set(id, [standing])
    return standing.height
  }
  for (const clause of clauses) look(clause, [])
  for (const [id, group] of groups) if (group.length < 2) groups.delete(id)
  return groups
}

function heightOf(group: readonly Standing[]): number {
  return group.reduce((most, { height }) => Math.max(most, height), 0)
}
