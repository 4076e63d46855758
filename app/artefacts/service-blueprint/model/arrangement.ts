import type { BlueprintLine, Card, Feeling, Lane, Phase, ServiceBlueprint } from './content'

/** A blueprint as a grid: what stands in each cell, and what has no place. */
export interface Arrangement {
  phases: readonly Phase[]
  lanes: readonly Lane[]
  /** The cards of a cell in order; the same array as before while nothing in the cell changed. */
  cardsIn(phase: string, lane: string): readonly Card[]
  feelingIn(phase: string): Feeling | undefined
  /** Cards whose phase or lane somebody removed while somebody else put the card there. */
  withoutPlace: readonly Card[]
}

const none: readonly Card[] = []

/** Arranges a content; `before` lends its arrays to the cells that stayed as they were. */
export function arrange(content: ServiceBlueprint, before?: Arrangement): Arrangement {
  const phases = new Set(content.phases.map(({ id }) => id))
  const lanes = new Set(content.lanes.map(({ id }) => id))
  const cells = new Map<string, Card[]>()
  const withoutPlace: Card[] = []
  for (const card of content.cards) {
    if (!phases.has(card.phase) || !lanes.has(card.lane)) {
      withoutPlace.push(card)
      continue
    }
    const key = cellKey(card.phase, card.lane)
    const cell = cells.get(key)
    if (cell) cell.push(card)
    else cells.set(key, [card])
  }
  const kept = new Map<string, readonly Card[]>()
  for (const [key, cards] of cells) {
    const [first] = cards
    const earlier = first && before?.cardsIn(first.phase, first.lane)
    kept.set(key, earlier && sameCards(earlier, cards) ? earlier : cards)
  }
  const feelings = new Map(content.feelings.map((feeling) => [feeling.phase, feeling]))
  return {
    phases: content.phases,
    lanes: content.lanes,
    cardsIn: (phase, lane) => kept.get(cellKey(phase, lane)) ?? none,
    feelingIn: (phase) => feelings.get(phase),
    withoutPlace,
  }
}

/** How many cards go when a phase or lane is removed. */
export function countCards(content: ServiceBlueprint, side: 'phase' | 'lane', id: string): number {
  return content.cards.reduce((count, card) => (card[side] === id ? count + 1 : count), 0)
}

/** Lanes that take cards: the lane of feelings holds a curve. */
export function lanesForCards(lanes: readonly Lane[]): Lane[] {
  return lanes.filter(({ kind }) => kind !== 'feelings')
}

/** The lanes with a line below them, in order. */
export function linesDrawn(lanes: readonly Lane[]): { lane: Lane; line: BlueprintLine }[] {
  return lanes.flatMap((lane) => (lane.lineBelow ? [{ lane, line: lane.lineBelow }] : []))
}

function cellKey(phase: string, lane: string): string {
  return JSON.stringify([phase, lane])
}

function sameCards(first: readonly Card[], second: readonly Card[]): boolean {
  return first.length === second.length && first.every((card, index) => card === second[index])
}
