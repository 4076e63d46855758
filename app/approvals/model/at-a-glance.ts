import { z } from 'zod'
import { approvals, type Standing } from './standing'

/** How the approval of an artefact stands, in a line: which version is with the parties, or final. */
export const approvalAtAGlanceSchema = z.object({
  state: z.enum(['underway', 'final']),
  /** The version's. */
  number: z.number(),
  /** Parties that have approved, of how many. */
  given: z.number(),
  of: z.number(),
})

export type ApprovalAtAGlance = z.infer<typeof approvalAtAGlanceSchema>

/** Null where nothing is with the parties and nothing is final. */
export function approvalAtAGlance({ circulation, final }: Standing): ApprovalAtAGlance | null {
  const shown = circulation?.state === 'underway' ? circulation : final
  if (!shown) return null
  return { state: shown === final ? 'final' : 'underway', number: shown.version.number, ...approvals(shown.parties) }
}

/** Whether an artefact must stay where it is: a version of it is with the parties, or one of them has decided on one. */
export function isBoundByDecisions({ all }: Standing): boolean {
  return all.some(({ state, parties }) => state !== 'withdrawn' || parties.some(({ record }) => record !== null))
}

/** Whether a version is with the parties, or final; null for neither. */
export function approvalOfVersion({ all }: Standing, versionId: string): ApprovalAtAGlance['state'] | null {
  const states = all.filter(({ version }) => version.id === versionId).map(({ state }) => state)
  return (['underway', 'final'] as const).find((state) => states.includes(state)) ?? null
}
