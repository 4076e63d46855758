import { z } from 'zod'

/** What a decision-making body decided on a version. Stored; never renamed. */
export const outcomes = ['approved', 'approved-with-reservation', 'returned', 'rejected'] as const

export const outcomeSchema = z.enum(outcomes)

export type Outcome = z.infer<typeof outcomeSchema>

/** Whether it is a yes: reservations are printed with it, and do not stop a version from becoming final. */
export function isYes(outcome: Outcome): boolean {
  return outcome === 'approved' || outcome === 'approved-with-reservation'
}
