import { z } from 'zod'

/**
 * Why edits could not be merged. Stored; never renamed.
 * - `locked`: the artefact was locked meanwhile
 * - `right-ended`: the person may not edit any more
 * - `step`: a step of a workshop that runs, or a place that is closed, does not allow them
 * - `other-history`: the server was put back to an earlier state
 */
export const proposalReasons = ['locked', 'right-ended', 'step', 'other-history'] as const

export type ProposalReason = (typeof proposalReasons)[number]

/**
 * What a browser is told about the copy that it sent. Only after `kept` and `nothing-new` may it let its copy go.
 * - `kept`: `proposalId` is null where somebody else had sent the same already, and theirs may not be seen
 * - `nothing-new`: the server has all of it
 * - `mergeable`: nothing stands in the way any more; it merges as any edits do
 * - `refused`: it will not be kept, however often it is sent
 */
export const keptCopyAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('kept'), proposalId: z.string().nullable(), reason: z.enum(proposalReasons) }),
  z.object({ outcome: z.literal('nothing-new') }),
  z.object({ outcome: z.literal('mergeable') }),
  z.object({ outcome: z.literal('refused'), why: z.enum(['unreadable', 'too-large', 'not-allowed', 'too-many']) }),
])

export type KeptCopyAnswer = z.infer<typeof keptCopyAnswerSchema>

/** Bytes. As large as a document may be (server/sync/limits.ts, documentFullBytes). */
export const largestCopy = 24 * 1024 * 1024
