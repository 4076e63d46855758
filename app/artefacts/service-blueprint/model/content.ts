import { z } from 'zod'

/** What a lane holds, which decides how it is drawn. Stored; never renamed. */
export const laneKinds = [
  'client-actions',
  'feelings',
  'touchpoints',
  'visible-work',
  'back-office',
  'support',
  'data',
  'pain-points',
  'ideas',
  'measures',
  'other',
] as const

/** The three lines of a blueprint, drawn below a lane. */
export const blueprintLines = ['interaction', 'visibility', 'internal-interaction'] as const

export const cardMarks = ['none', 'pain-point', 'idea'] as const

/** How many characters may be written in each field. What is stored longer than that is kept and shown. */
export const longest = { name: 200, text: 5_000, words: 500, organisation: 200, channel: 200 } as const

/** How the client feels, at worst and at best, and how finely it is told. */
export const feelingScale = { least: -2, most: 2, step: 0.5 } as const

const id = z.string().min(1).max(64)
const order = z.string().min(1).max(200)

export const phaseSchema = z.object({ id, order, name: z.string() })

export const laneSchema = z.object({
  id,
  order,
  name: z.string(),
  kind: z.enum(laneKinds),
  lineBelow: z.enum(blueprintLines).optional(),
})

/** A phase or lane that may be gone: then the card has no place, and is kept until somebody gives it one. */
const place = z.string().max(64)

export const cardSchema = z.object({
  id,
  order,
  phase: place,
  lane: place,
  text: z.string(),
  /** Whose work it is: an organisation's name, in free words. */
  organisation: z.string(),
  /** By phone, at the service point, on the web …, in free words. */
  channel: z.string(),
  mark: z.enum(cardMarks),
  /** The id of the decision that it came from. */
  origin: id.optional(),
})

/** How the client feels in a phase: −2 very bad … +2 very good, in steps of a half; null: not judged yet. */
export const feelingSchema = z.object({
  phase: id,
  value: z.number().min(feelingScale.least).max(feelingScale.most).multipleOf(feelingScale.step).nullable(),
  words: z.string(),
})

export const serviceBlueprintSchema = z.object({
  phases: z.array(phaseSchema),
  lanes: z.array(laneSchema),
  /** By phase, then lane, then order; cards without a place stand last. */
  cards: z.array(cardSchema),
  /** In the order of the phases; only of phases whose feeling is judged or told in words. */
  feelings: z.array(feelingSchema),
})

export type Phase = z.infer<typeof phaseSchema>
export type LaneKind = (typeof laneKinds)[number]
export type BlueprintLine = (typeof blueprintLines)[number]
export type Lane = z.infer<typeof laneSchema>
export type CardMark = (typeof cardMarks)[number]
export type Card = z.infer<typeof cardSchema>
export type Feeling = z.infer<typeof feelingSchema>
export type ServiceBlueprint = z.infer<typeof serviceBlueprintSchema>
