import { noStances, type AskedClause } from './position-table'
import type { Stance } from './stance'
import { newestStatements, type AskedOrganisation, type Statement } from './statement'

/** A time to look back at: the end of a workshop. */
export interface Moment {
  id: string
  title: string
  /** Milliseconds since the epoch. */
  at: number
}

/** How many of `all` stood where at a time. */
export interface ProgressPoint {
  moment: Moment
  stances: Record<Stance, number>
  all: number
}

/**
 * How far from agreement it was at each of these times, in the order of time. What is counted is the same throughout,
 * so that the points can be compared: today's clauses with today's organisations, by the newest that each had said by
 * then, on whatever wording.
 */
export function progressSeries(
  clauses: readonly Pick<AskedClause, 'id' | 'isHeading'>[],
  organisations: readonly Pick<AskedOrganisation, 'id'>[],
  statements: readonly Statement[],
  moments: readonly Moment[],
): ProgressPoint[] {
  const asked = new Set(clauses.filter(({ isHeading }) => !isHeading).map(({ id }) => id))
  const askers = new Set(organisations.map(({ id }) => id))
  const counted = statements.filter(({ clause, organisation }) => asked.has(clause) && askers.has(organisation))
  const all = asked.size * askers.size
  return [...moments]
    .sort((one, other) => one.at - other.at)
    .map((moment) => {
      const stances = noStances()
      for (const { stance } of newestStatements(counted.filter(({ at }) => at <= moment.at)).values()) stances[stance] += 1
      stances.none = all - stances.accepts - stances['accepts-with-change'] - stances.open - stances.objects
      return { moment, stances, all }
    })
}
