import { z } from 'zod'
import { organisationTypeSchema } from '../../artefacts/organisation-types'
import { mostDots, type StepSettings } from '../model/steps'

/** Dots by target: a note's or a group's id. Targets without dots are not in it. */
export type Dots = Readonly<Record<string, number>>

// An id as any kind's notes have it.
const targetId = z.string().min(1).max(64)

export const dotsSchema = z
  .record(targetId, z.number().int().min(0).max(mostDots))
  .refine((dots) => Object.keys(dots).length <= 500)
  .transform((dots): Dots => Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0)))

/** What may be voted for. */
export const voteTargetSchema = z.object({
  id: z.string(),
  /** Its words; empty for a group that has no name. */
  name: z.string(),
  /** Of a note: the name of its group. Empty for none. */
  group: z.string(),
  /** Of a group: its notes' words. */
  notes: z.array(z.string()),
})

export type VoteTarget = z.infer<typeof voteTargetSchema>

/** How many dots each person has, and how many of them may go to one thing. */
export type DotLimits = Pick<StepSettings, 'dots' | 'dotsOnOne'>

/** Why a ballot is not taken, or not any more:
 * - `not-begun`: the step has not been reached · `closed`: the facilitator ended the vote
 * - `over`: the workshop has ended · `gone`: the step was removed, or it is no vote
 * - `not-allowed`: the step lets participants do other things · `no-board`: there is nothing to vote on
 * - `too-many`, `too-many-on-one`: more dots than there are · `too-fast`: too many ballots just now
 */
export const voteRefusals = [
  'not-begun',
  'closed',
  'over',
  'gone',
  'not-allowed',
  'no-board',
  'too-many',
  'too-many-on-one',
  'too-fast',
] as const

export type VoteRefusal = (typeof voteRefusals)[number]

/** A voter's own ballot with everything needed to fill it. It holds nobody else's. */
export const ownBallotSchema = z.object({
  stepId: z.string(),
  /** Why it cannot be changed now; null while votes are open. */
  stopped: z.enum(voteRefusals).nullable(),
  limits: z.object({ dots: z.number(), dotsOnOne: z.number() }),
  targets: z.array(voteTargetSchema),
  dots: z.record(z.string(), z.number()),
  /** Dots that came back because what they were on is no longer on the board. */
  cameBack: z.number(),
})

export type OwnBallot = z.infer<typeof ownBallotSchema>

/** What a posted ballot answers. Refused: nothing has changed, the ballot from before counts. */
export const castAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    /** What was counted. */
    dots: z.record(z.string(), z.number()),
    cameBack: z.number(),
  }),
  z.object({ outcome: z.literal('refused'), reason: z.enum(voteRefusals) }),
])

export type CastAnswer = z.infer<typeof castAnswerSchema>

/** Somebody in the room without a device, as the facilitator's list shows them. */
export const roomVoterSchema = z.object({
  id: z.string(),
  name: z.string(),
  organisationType: organisationTypeSchema.nullable(),
  dots: z.record(z.string(), z.number()),
})

export type RoomVoter = z.infer<typeof roomVoterSchema>

export const longestVoterName = 60
export const mostRoomVoters = 200

/** How many dots a ballot uses. */
export function dotsUsed(dots: Dots): number {
  return Object.values(dots).reduce((sum, count) => sum + count, 0)
}

/** How many dots one person can give at most, where there are so many targets. */
export function usableDots(targets: readonly unknown[], limits: DotLimits): number {
  return Math.min(limits.dots, targets.length * limits.dotsOnOne)
}

/** The same ballot with one target's dots changed, within the limits. */
export function withDots(dots: Dots, target: string, wanted: number, limits: DotLimits): Dots {
  const { [target]: _, ...others } = dots
  const most = Math.min(limits.dotsOnOne, limits.dots - dotsUsed(others))
  const count = Math.max(0, Math.min(Math.trunc(wanted), most))
  return count === 0 ? others : { ...others, [target]: count }
}

/** What is against a ballot; undefined where it keeps to the limits. */
export function overLimits(dots: Dots, limits: DotLimits): 'too-many' | 'too-many-on-one' | undefined {
  if (dotsUsed(dots) > limits.dots) return 'too-many'
  return Object.values(dots).some((count) => count > limits.dotsOnOne) ? 'too-many-on-one' : undefined
}

/** The part of a ballot that is on something that is there, and how many dots come back. */
export function onTargets(dots: Dots, targets: readonly { id: string }[]): { dots: Dots; cameBack: number } {
  const there = new Set(targets.map(({ id }) => id))
  const kept = Object.fromEntries(Object.entries(dots).filter(([target]) => there.has(target)))
  return { dots: kept, cameBack: dotsUsed(dots) - dotsUsed(kept) }
}
