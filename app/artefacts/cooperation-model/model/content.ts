import { z } from 'zod'
import { organisationTypeSchema } from '../../organisation-types'

/** What flows along a connector. Stored; never renamed. */
export const flowKinds = ['client', 'information', 'money', 'decision'] as const

/** Grounds of notes and frames. Stored; never renamed. */
export const itemColours = ['paper', 'yellow', 'green', 'blue', 'rose', 'violet'] as const

export const textSizes = ['small', 'medium', 'large'] as const

/** How far from the middle of the board anything may stand, and how small and large it may be. */
export const furthest = 100_000
export const smallestExtent = 24
export const largestExtent = 20_000

/** What a field takes from a hand. Two people's words may merge into more: reading keeps them all. */
export const longestText = 5_000
export const longestName = 200
export const longestLabel = 500

/** What a group gathers that gathers notes from all over the board. */
export const wholeBoard = ''

/** No leading underscore: an id is never a name that JavaScript's objects have of their own. */
const idForm = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/
export const idSchema = z.string().regex(idForm)

/** The most decisions and steps that one thing can have come from. */
export const mostOrigins = 20

/** The same, without the cost of a parse: asked of every record at every reading. */
export const isId = (value: unknown): value is string => typeof value === 'string' && idForm.test(value)

/** Fractional indexes grow slowly; one this long is damage. */
export const longestOrder = 400

const coordinate = z.number().min(-furthest).max(furthest)
const extent = z.number().min(smallestExtent).max(largestExtent)
const words = z.string()
const origins = z.array(idSchema).min(1).max(mostOrigins).optional()

const place = {
  id: idSchema,
  x: coordinate,
  y: coordinate,
  width: extent,
  /** At least this tall: what holds words grows with them (boxes.ts). */
  height: extent,
  /** Where it stands among its siblings in the outline: a fractional index. */
  order: z.string().min(1).max(longestOrder),
  /** Ids of the decisions and workshop steps that it came from. */
  origins,
}

const member = {
  ...place,
  /** The frame it belongs to; it then moves with it and is listed under it. Frames stand in no frame. */
  frame: idSchema.optional(),
}

export const noteSchema = z.object({
  ...member,
  type: z.literal('note'),
  text: words,
  colour: z.enum(itemColours),
  /** As shown beside it; none where the author is not shown. */
  author: z.string().min(1).max(longestName).optional(),
})

export const actorSchema = z.object({
  ...member,
  type: z.literal('actor'),
  name: words,
  organisationType: organisationTypeSchema,
  /** What it does in the co-operation. */
  role: words,
})

export const textSchema = z.object({
  ...member,
  type: z.literal('text'),
  text: words,
  size: z.enum(textSizes),
})

export const frameSchema = z.object({
  ...place,
  type: z.literal('frame'),
  name: words,
  colour: z.enum(itemColours),
  /** Makes it a group: the frame whose notes it gathers, or `wholeBoard`. A group is gathered by none. */
  gathers: idSchema.or(z.literal(wholeBoard)).optional(),
})

export const boardItemSchema = z.discriminatedUnion('type', [noteSchema, actorSchema, textSchema, frameSchema])

export const connectorSchema = z.object({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  flow: z.enum(flowKinds),
  label: words,
  origins,
})

export const cooperationModelSchema = z.object({
  /**
   * In outline order: frames by `order`, each followed by what is in it and by the groups that gather its notes; then the
   * groups of the whole board, and then what stands in no frame.
   */
  items: z.array(boardItemSchema),
  /** In the outline order of where they come from, then of where they go. */
  connectors: z.array(connectorSchema),
})

export type Note = z.infer<typeof noteSchema>
export type Actor = z.infer<typeof actorSchema>
export type BoardText = z.infer<typeof textSchema>
export type Frame = z.infer<typeof frameSchema>
export type BoardItem = z.infer<typeof boardItemSchema>
/** What can stand in a frame. */
export type Member = Exclude<BoardItem, Frame>
export type Connector = z.infer<typeof connectorSchema>
export type FlowKind = (typeof flowKinds)[number]
export type ItemColour = (typeof itemColours)[number]
export type TextSize = (typeof textSizes)[number]
export type ItemType = BoardItem['type']
export type CooperationModel = z.infer<typeof cooperationModelSchema>

export const isFrame = (item: BoardItem): item is Frame => item.type === 'frame'

export type Group = Frame & { gathers: string }

export const isGroup = (item: BoardItem | undefined): item is Group => item?.type === 'frame' && item.gathers !== undefined

/**
 * What stands side by side in the outline has the same: all frames that are no groups, the groups of one frame, what is
 * in one frame, and what is in none.
 */
export function siblingsKey(item: BoardItem): string {
  if (!isFrame(item)) return item.frame ?? noFrame
  return item.gathers === undefined ? allFrames : groupsOf(item.gathers)
}

// An id never holds a space.
export const allFrames = 'all frames'
export const noFrame = 'no frame'
export const groupsOf = (frame: string): string => `groups of ${frame}`

/** The frame an item stands in, if it does. */
export const frameOf = (item: BoardItem): string | undefined => (isFrame(item) ? undefined : item.frame)

/** The words by which an item is known: its name, or its text. */
export const wordsOf = (item: BoardItem): string => ('name' in item ? item.name : item.text)
