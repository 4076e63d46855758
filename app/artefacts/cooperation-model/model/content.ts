import { z } from 'zod'
import { organisationTypeSchema } from '../../organisation-types'

/** What flows along a connector. Stored; never renamed. */
export const flowKinds = ['client', 'information', 'money', 'decision'] as const

export const itemColours = ['paper', 'yellow', 'green', 'blue', 'rose', 'violet'] as const

const coordinate = z.number().min(-100_000).max(100_000)
const extent = z.number().min(24).max(20_000)

const place = {
  id: z.string().min(1).max(64),
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  /** The frame it belongs to; it then moves with it and is listed under it. */
  frame: z.string().max(64).optional(),
  /** Where it stands among its siblings in the outline: a fractional index. */
  order: z.string().min(1).max(200),
}

export const noteSchema = z.object({
  ...place,
  type: z.literal('note'),
  text: z.string().max(5_000),
  colour: z.enum(itemColours),
})

export const actorSchema = z.object({
  ...place,
  type: z.literal('actor'),
  name: z.string().max(200),
  organisationType: organisationTypeSchema,
  /** What it does in the co-operation. */
  role: z.string().max(5_000),
})

export const textSchema = z.object({
  ...place,
  type: z.literal('text'),
  text: z.string().max(5_000),
  size: z.enum(['small', 'medium', 'large']),
})

export const frameSchema = z.object({
  ...place,
  type: z.literal('frame'),
  name: z.string().max(200),
  colour: z.enum(itemColours),
})

export const boardItemSchema = z.discriminatedUnion('type', [noteSchema, actorSchema, textSchema, frameSchema])

export const connectorSchema = z.object({
  id: z.string().min(1).max(64),
  from: z.string().min(1).max(64),
  to: z.string().min(1).max(64),
  flow: z.enum(flowKinds),
  label: z.string().max(500),
})

export const cooperationModelSchema = z.object({
  /** In outline order: frames and loose items by `order`, each frame followed by what is in it. */
  items: z.array(boardItemSchema),
  connectors: z.array(connectorSchema),
})

export type Note = z.infer<typeof noteSchema>
export type Actor = z.infer<typeof actorSchema>
export type BoardText = z.infer<typeof textSchema>
export type Frame = z.infer<typeof frameSchema>
export type BoardItem = z.infer<typeof boardItemSchema>
export type Connector = z.infer<typeof connectorSchema>
export type FlowKind = (typeof flowKinds)[number]
export type ItemColour = (typeof itemColours)[number]
export type CooperationModel = z.infer<typeof cooperationModelSchema>
