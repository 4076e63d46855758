import { z } from 'zod'
import { reservationsOf } from './reservations'
import { approvals, shownState, type CirculationStanding, type Standing } from './standing'

/** How the approval of an artefact stands, in a line: which version is with the parties, or final. */
export const approvalAtAGlanceSchema = z.object({
  /** `finalOfAsked`: final among those that were asked, and not all were. */
  state: z.enum(['underway', 'final', 'finalOfAsked']),
  /** The version's. */
  number: z.number(),
  /** Parties that have approved, of how many. */
  given: z.number(),
  of: z.number(),
  /** Organisations of the project that were not asked. */
  leftOut: z.number(),
  /** Parties that have approved with a reservation. */
  reservations: z.number(),
})

export type ApprovalAtAGlance = z.infer<typeof approvalAtAGlanceSchema>

/** Null where nothing is with the parties and nothing is final. */
export function approvalAtAGlance({ circulation, final }: Standing): ApprovalAtAGlance | null {
  const shown = circulation?.state === 'underway' ? circulation : final
  if (!shown) return null
  const { version, parties, leftOut } = shown
  return {
    state: shown === final ? finalState(final) : 'underway',
    number: version.number,
    ...approvals(parties),
    leftOut: leftOut.length,
    reservations: reservationsOf(parties).length,
  }
}

const finalState = (final: CirculationStanding) => (shownState(final) === 'finalOfAsked' ? 'finalOfAsked' : 'final')

/** Whether an artefact must stay where it is: a version of it is with the parties, or one of them has decided on one. */
export function isBoundByDecisions({ all }: Standing): boolean {
  return all.some(({ state, parties }) => state !== 'withdrawn' || parties.some(({ record }) => record !== null))
}

/** Whether a version is with the parties, or final; null for neither. */
export function approvalOfVersion({ all }: Standing, versionId: string): ApprovalAtAGlance['state'] | null {
  const states = all.filter(({ version }) => version.id === versionId).map(shownState)
  return (['underway', 'final', 'finalOfAsked'] as const).find((state) => states.includes(state)) ?? null
}
