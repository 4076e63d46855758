import { z } from 'zod'
import { askedOrganisationSchema, statementSchema } from './statement'

/** Why somebody may not say where an organisation stands. */
export const silences = ['guest', 'viewer', 'no-organisation'] as const

export type Silence = (typeof silences)[number]

/** For whom one speaks, or why for nobody. */
export const voiceSchema = z.discriminatedUnion('may', [
  z.object({ may: z.literal(true), organisation: z.string() }),
  z.object({ may: z.literal(false), why: z.enum(silences) }),
])

export type Voice = z.infer<typeof voiceSchema>

/** What an open page asks for again: what has been said since, by whom one may be asked, for whom one speaks. */
export const positionsNowSchema = z.object({
  /** The newest of each pair of a clause and an organisation, of those after the one asked from. */
  statements: z.array(statementSchema),
  organisations: z.array(askedOrganisationSchema),
  voice: voiceSchema,
  /** Who asks, `user:ID` or `seat:ID`: two people on one device must not mix what it keeps for them. */
  asker: z.string(),
})

export type PositionsNow = z.infer<typeof positionsNowSchema>

/** All that has been said about a clause, the newest first, each with what the clause said then. */
export const positionHistorySchema = z.array(statementSchema.extend({ organisationName: z.string(), wording: z.string() }))

export type PositionHistory = z.infer<typeof positionHistorySchema>

/**
 * - `wording-changed`: the clause says something else than the person saw; nothing was stored
 * - `clause-gone`: there is no such clause to take a position on; nothing was stored
 */
export const stateAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('stated'), statement: statementSchema }),
  z.object({ outcome: z.literal('wording-changed'), wording: z.string(), wordingHash: z.string() }),
  z.object({ outcome: z.literal('clause-gone') }),
  z.object({ outcome: z.literal('not-allowed'), why: z.enum(silences) }),
])

export type StateAnswer = z.infer<typeof stateAnswerSchema>

/** To positions that were sent together: an answer to each, in their order. */
export const stateAnswersSchema = z.object({ answers: z.array(stateAnswerSchema) })

export type StateAnswers = z.infer<typeof stateAnswersSchema>

/** How many may be sent together. */
export const mostTogether = 60
