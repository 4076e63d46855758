import { z } from 'zod'
import { allowanceSchema } from '../../artefacts/edit-rule'
import { stepSettingsSchema, stepTypeSchema } from './steps'

/** planned: not begun · running · closed: over, its report may be written */
export const workshopStages = ['planned', 'running', 'closed'] as const

export type WorkshopStage = (typeof workshopStages)[number]

/** One target's dots: in all, and by organisation type (`''`: of no organisation). */
export const tallySchema = z.object({
  target: z.string(),
  /** Its words when the result was shown. */
  name: z.string(),
  dots: z.number(),
  byType: z.record(z.string(), z.number()),
  /** Equal to another's at the same place. */
  tied: z.boolean(),
  /** Taken off the board since. */
  gone: z.boolean(),
})

export type Tally = z.infer<typeof tallySchema>

export const liveStepSchema = z.object({
  id: z.string(),
  type: stepTypeSchema,
  title: z.string(),
  instructions: z.string(),
  artefact: z.object({ id: z.string(), kind: z.string(), title: z.string() }).nullable(),
  place: z.string().nullable(),
  may: z.array(allowanceSchema),
  settings: stepSettingsSchema,
  /** `write` in private: what was written has been put on the board. */
  revealed: z.boolean(),
  /** `vote` */
  votesClosed: z.boolean(),
  /** `vote`: null until the facilitator shows them. */
  results: z.array(tallySchema).nullable(),
  /** `breakout`: never who is in which; one's own is asked for. */
  groups: z.array(z.object({ id: z.string(), name: z.string(), frame: z.string().nullable(), people: z.number() })),
})

export type LiveStep = z.infer<typeof liveStepSchema>

/**
 * What everybody in a workshop is told, whole, whenever any of it changes and when they come. It names no person but
 * the facilitator who calls, and holds no vote before results are shown.
 */
export const liveStateSchema = z.object({
  /** Grows with each change; a command names the one that it was given on. */
  turn: z.number(),
  stage: z.enum(workshopStages),
  agenda: z.array(z.object({ id: z.string(), type: stepTypeSchema, title: z.string(), minutes: z.number().nullable() })),
  /** Null before the start and after the end. */
  step: liveStepSchema.nullable(),
  /** At the moment of saying. `leftMs` null: no end; below zero: over time. */
  clock: z.object({ leftMs: z.number().nullable(), paused: z.boolean() }),
  /** Reactions may be sent. */
  reactions: z.boolean(),
  /** The facilitator asks everybody here. A new call has another number. */
  call: z
    .object({ number: z.number(), by: z.string(), artefactId: z.string(), title: z.string(), place: z.string().nullable() })
    .nullable(),
})

export type LiveState = z.infer<typeof liveStateSchema>
