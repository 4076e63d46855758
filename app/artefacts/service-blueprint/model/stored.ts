import { z } from 'zod'
import type { RecordShape } from '../../../document/records'
import {
  blueprintLines,
  cardMarks,
  feelingScale,
  laneKinds,
  type Card,
  type Feeling,
  type Lane,
  type Phase,
} from './content'

/** The collections of a blueprint's document. */
export const collections = { phases: 'phases', lanes: 'lanes', cards: 'cards', feelings: 'feelings' } as const

/** A card as it is written. */
export interface StoredCard extends Card {
  /**
   * The phase or lane that was removed together with the card. It hides the card for as long as the card
   * stands there: a card that somebody moved elsewhere at the same moment lives on, and an edit made
   * meanwhile is kept.
   */
  removedWith?: string
}

/**
 * A feeling as it is written, under its phase's id. Every phase is made with one, so that two people who
 * judge a phase at once change the same record.
 */
export interface StoredFeeling {
  id: string
  value?: number
  words: string
}

export interface ReadCard {
  id: string
  card: Card
  removedWith: string | undefined
}

export interface ReadFeeling {
  id: string
  feeling: Feeling
}

// Stored data may be older, newer or broken by a foreign client: each field is mended by itself,
// so that a damaged order or mark never costs anybody the words beside it.
const id = z.string().min(1).max(64)
// Sorts after every key that `fractional-indexing` makes.
const lastOrder = 'zz'
const order = z
  .string()
  .min(1)
  .transform((key) => key.slice(0, 200))
  .catch(lastOrder)
const words = z.string().catch('')
const place = z.string().max(64).catch('')

const phaseFields = z.object({ id, order, name: words })

const laneFields = z.object({
  id,
  order,
  name: words,
  kind: z.enum(laneKinds).catch('other'),
  lineBelow: z.enum(blueprintLines).optional().catch(undefined),
})

const cardFields = z.object({
  id,
  order,
  phase: place,
  lane: place,
  text: words,
  organisation: words,
  channel: words,
  mark: z.enum(cardMarks).catch('none'),
  origin: id.optional().catch(undefined),
})

export const phaseShape: RecordShape<Phase> = { schema: phaseFields, texts: ['name'] }

export const laneShape: RecordShape<Lane> = {
  schema: laneFields.transform(({ lineBelow, ...lane }) => (lineBelow ? { ...lane, lineBelow } : lane)),
  texts: ['name'],
}

const cardTexts = ['text']

/** For writing. */
export const cardShape: RecordShape<StoredCard> = {
  schema: cardFields.extend({ removedWith: id.optional().catch(undefined) }),
  texts: cardTexts,
}

/** For reading: the card apart from what only the document knows. */
export const readCardShape: RecordShape<ReadCard> = {
  schema: cardShape.schema.transform(({ removedWith, origin, ...card }) => ({
    id: card.id,
    card: origin === undefined ? card : { ...card, origin },
    removedWith,
  })),
  texts: cardTexts,
}

const feelingFields = z.object({ id, value: z.unknown().optional().transform(mendedFeeling), words })

export const feelingShape: RecordShape<StoredFeeling> = {
  schema: feelingFields.transform(({ value, ...rest }) => (value === null ? rest : { ...rest, value })),
  texts: ['words'],
}

export const readFeelingShape: RecordShape<ReadFeeling> = {
  schema: feelingFields.transform(({ id, value, words }) => ({ id, feeling: { phase: id, value, words } })),
  texts: ['words'],
}

/** The nearest step of the scale, or null for what is no number. */
export function mendedFeeling(value: unknown): number | null {
  if (typeof value !== 'number' || Number.isNaN(value)) return null
  const { least, most, step } = feelingScale
  const within = Math.min(most, Math.max(least, value))
  // Adding zero turns −0 into 0, which JSON cannot tell apart.
  return Math.round(within / step) * step + 0
}
