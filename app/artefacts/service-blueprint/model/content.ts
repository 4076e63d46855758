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

const id = z.string().min(1).max(64)
const order = z.string().min(1).max(200)

export const phaseSchema = z.object({ id, order, name: z.string().max(200) })

export const laneSchema = z.object({
  id,
  order,
  name: z.string().max(200),
  kind: z.enum(laneKinds),
  lineBelow: z.enum(blueprintLines).optional(),
})

export const cardSchema = z.object({
  id,
  order,
  phase: id,
  lane: id,
  text: z.string().max(5_000),
  /** Whose work it is: an organisation's name, in free words. */
  organisation: z.string().max(200),
  /** By phone, at the service point, on the web …, in free words. */
  channel: z.string().max(200),
  mark: z.enum(['none', 'pain-point', 'idea']),
})

/** How the client feels in a phase: −2 very bad … +2 very good, in steps of a half. */
export const feelingSchema = z.object({
  phase: id,
  value: z.number().min(-2).max(2).multipleOf(0.5),
  words: z.string().max(500),
})

export const serviceBlueprintSchema = z.object({
  phases: z.array(phaseSchema),
  lanes: z.array(laneSchema),
  /** By phase, then lane, then order. */
  cards: z.array(cardSchema),
  feelings: z.array(feelingSchema),
})

export type Phase = z.infer<typeof phaseSchema>
export type LaneKind = (typeof laneKinds)[number]
export type BlueprintLine = (typeof blueprintLines)[number]
export type Lane = z.infer<typeof laneSchema>
export type Card = z.infer<typeof cardSchema>
export type Feeling = z.infer<typeof feelingSchema>
export type ServiceBlueprint = z.infer<typeof serviceBlueprintSchema>
