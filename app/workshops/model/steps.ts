import { z } from 'zod'
import { allowanceSchema, type Allowance } from '../../artefacts/edit-rule'

/** What an agenda is made of. Stored; never renamed. */
export const stepTypes = ['talk', 'write', 'group', 'vote', 'decide', 'work', 'breakout', 'break', 'feedback'] as const

export const stepTypeSchema = z.enum(stepTypes)

export type StepType = z.infer<typeof stepTypeSchema>

/** Whose name others see beside what is written: the person's, the organisation's, or nobody's. */
export const authorships = ['person', 'organisation', 'nobody'] as const

export type Authorship = (typeof authorships)[number]

/** How breakout groups come about: by hand, at random, or each with people of different organisations. */
export const mixings = ['by-hand', 'random', 'mixed'] as const

export type Mixing = (typeof mixings)[number]

export const mostMinutes = 480
export const mostDots = 20
export const mostGroups = 20

/** What only some types have; stored as JSON, the defaults filled in. Odd values fall back to their defaults. */
export const stepSettingsSchema = z.object({
  /** `write`: what is written is one's own until it is revealed. */
  privately: z.boolean().catch(true).default(true),
  /** `write` */
  authorship: z.enum(authorships).catch('nobody').default('nobody'),
  /** `vote`: for each person. */
  dots: z.number().int().min(1).max(mostDots).catch(3).default(3),
  /** `vote`: at most so many of them on one thing. */
  dotsOnOne: z.number().int().min(1).max(mostDots).catch(1).default(1),
  /** `vote`: on what. */
  voteOn: z.enum(['notes', 'groups']).catch('notes').default('notes'),
  /** `breakout` */
  groups: z.number().int().min(2).max(mostGroups).catch(3).default(3),
  /** `breakout` */
  mixing: z.enum(mixings).catch('mixed').default('mixed'),
  /** `breakout`: each group's frame begins as a copy of the step's place. */
  copyPlace: z.boolean().catch(false).default(false),
})

export type StepSettings = z.infer<typeof stepSettingsSchema>

/** A step as its facilitator plans it. */
export const stepPlanSchema = z.object({
  type: stepTypeSchema,
  title: z.string(),
  instructions: z.string(),
  /** Null: without an end of its own. */
  minutes: z.number().int().min(1).max(mostMinutes).nullable(),
  artefactId: z.string().nullable(),
  /** Within the artefact: an id of its kind's `places`. */
  place: z.string().nullable(),
  may: z.array(allowanceSchema),
  settings: stepSettingsSchema,
})

export type StepPlan = z.infer<typeof stepPlanSchema>

export interface Step extends StepPlan {
  id: string
  order: number
}

/** What participants may do where the facilitator does not choose. */
export const usualAllowances: Record<StepType, readonly Allowance[]> = {
  talk: ['look'],
  write: ['add', 'move-own'],
  group: ['move-all'],
  vote: ['vote'],
  decide: ['look'],
  work: ['edit-all'],
  breakout: ['edit-all'],
  break: ['look'],
  feedback: ['look'],
}

/** Steps that happen on a board's notes. */
export const stepsOnNotes: readonly StepType[] = ['write', 'group', 'vote', 'decide', 'breakout']
