import { arrange, lanesForCards } from './arrangement'
import type { CardPlace } from './card-operations'
import type { Card, ServiceBlueprint } from './content'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Where a card goes one step in a direction; undefined at the edge of the blueprint. */
export function placeTowards(
  content: ServiceBlueprint,
  card: Card,
  direction: Direction,
): CardPlace | undefined {
  const { cardsIn, phases } = arrange(content)
  const cell = cardsIn(card.phase, card.lane)
  const index = cell.findIndex(({ id }) => id === card.id)
  if (index === -1) return undefined
  const by = direction === 'up' || direction === 'left' ? -1 : 1
  if (direction === 'left' || direction === 'right') {
    const phase = phases[phases.findIndex(({ id }) => id === card.phase) + by]
    return phase && { phase: phase.id, lane: card.lane, index }
  }
  if (cell[index + by]) return { phase: card.phase, lane: card.lane, index: index + by }
  const lanes = lanesForCards(content.lanes)
  const lane = lanes[lanes.findIndex(({ id }) => id === card.lane) + by]
  return lane && { phase: card.phase, lane: lane.id, index: by === 1 ? 0 : Infinity }
}
