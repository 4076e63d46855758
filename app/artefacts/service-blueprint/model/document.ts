import type * as Y from 'yjs'
import { byOrder } from '../../../document/order'
import { addRecord, collection, readRecords, restoreRecords } from '../../../document/records'
import { readAfresh, type Remember } from '../../../document/remember'
import type { Card, Feeling, ServiceBlueprint } from './content'
import {
  cardShape,
  collections,
  feelingShape,
  laneShape,
  phaseShape,
  readCardShape,
  readFeelingShape,
  type ReadCard,
  type StoredFeeling,
} from './stored'

/**
 * Reads a blueprint. Total: what is damaged is mended, and a card is never left out because its place is
 * gone.
 */
export function readServiceBlueprint(
  root: Y.Map<unknown>,
  remember: Remember = readAfresh,
): ServiceBlueprint {
  const phases = readRecords(root, collections.phases, phaseShape, remember).sort(byOrder)
  const lanes = readRecords(root, collections.lanes, laneShape, remember).sort(byOrder)
  const phaseIndex = new Map(phases.map(({ id }, index) => [id, index]))
  const laneIndex = new Map(lanes.map(({ id }, index) => [id, index]))
  const rank = ({ phase, lane }: Card) => {
    const column = phaseIndex.get(phase)
    const row = laneIndex.get(lane)
    return column === undefined || row === undefined ? Infinity : column * lanes.length + row
  }
  const cards = readRecords(root, collections.cards, readCardShape, remember)
    .filter((read) => !isRemoved(read, phaseIndex, laneIndex))
    .map(({ card }) => ({ card, rank: rank(card) }))
    .sort((first, second) =>
      first.rank === second.rank ? byOrder(first.card, second.card) : first.rank - second.rank,
    )
    .map(({ card }) => card)
  return { phases, lanes, cards, feelings: readFeelings(root, phases, remember) }
}

/** Fills an empty root. */
export function seedServiceBlueprint(root: Y.Map<unknown>, content: ServiceBlueprint): void {
  for (const name of Object.values(collections)) collection(root, name)
  for (const phase of content.phases) addRecord(root, collections.phases, phaseShape, phase)
  for (const lane of content.lanes) addRecord(root, collections.lanes, laneShape, lane)
  for (const card of content.cards) addRecord(root, collections.cards, cardShape, card)
  for (const feeling of storedFeelings(content)) addRecord(root, collections.feelings, feelingShape, feeling)
}

/** Turns what is there into `content`, keeping the identity of what stays. */
export function restoreServiceBlueprint(root: Y.Map<unknown>, content: ServiceBlueprint): void {
  restoreRecords(root, collections.phases, phaseShape, content.phases)
  restoreRecords(root, collections.lanes, laneShape, content.lanes)
  restoreRecords(root, collections.cards, cardShape, content.cards)
  restoreRecords(root, collections.feelings, feelingShape, storedFeelings(content))
}

function isRemoved(
  { card, removedWith }: ReadCard,
  phases: ReadonlyMap<string, number>,
  lanes: ReadonlyMap<string, number>,
): boolean {
  if (removedWith === undefined) return false
  if (removedWith === card.phase && !phases.has(card.phase)) return true
  return removedWith === card.lane && !lanes.has(card.lane)
}

function readFeelings(
  root: Y.Map<unknown>,
  phases: readonly { id: string }[],
  remember: Remember,
): Feeling[] {
  const feelings = readRecords(root, collections.feelings, readFeelingShape, remember)
  const byPhase = new Map(feelings.map(({ id, feeling }) => [id, feeling]))
  return phases
    .map(({ id }) => byPhase.get(id))
    .filter((feeling) => feeling !== undefined)
    .filter(({ value, words }) => value !== null || words !== '')
}

function storedFeelings(content: ServiceBlueprint): StoredFeeling[] {
  const byPhase = new Map(content.feelings.map((feeling) => [feeling.phase, feeling]))
  return content.phases.map(({ id }) => {
    const feeling = byPhase.get(id)
    const value = feeling?.value ?? undefined
    return { id, ...(value === undefined ? {} : { value }), words: feeling?.words ?? '' }
  })
}
