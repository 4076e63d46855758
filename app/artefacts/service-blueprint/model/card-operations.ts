import type * as Y from 'yjs'
import { addRecord, changeRecord, record, removeRecord } from '../../../document/records'
import { newId } from '../../../lib/id'
import { cardMarks, longest, type Card } from './content'
import { orderFor, siblingsIn } from '../../shared/placing'
import { cardShape, collections } from './stored'
import { written } from '../../shared/written'

/** Where a card goes: `index` counts the other cards of the cell; past the end is the end. */
export interface CardPlace {
  phase: string
  lane: string
  index: number
}

type CardWords = Pick<Card, 'text' | 'organisation' | 'channel' | 'mark'>

/** Adds a card and answers its id. Where the phase or lane has just gone, the card waits without a place. */
export function addCard(
  root: Y.Map<unknown>,
  place: CardPlace,
  words: Partial<CardWords> = {},
  origin?: string,
): string {
  const id = newId()
  addRecord(root, collections.cards, cardShape, {
    id,
    order: orderAtPlace(root, place),
    phase: place.phase,
    lane: place.lane,
    text: written(words.text ?? '', longest.text),
    organisation: written(words.organisation ?? '', longest.organisation),
    channel: written(words.channel ?? '', longest.channel),
    mark: words.mark && cardMarks.includes(words.mark) ? words.mark : 'none',
    ...(origin === undefined ? {} : { origin }),
  })
  return id
}

export function changeCard(root: Y.Map<unknown>, id: string, changes: Partial<CardWords>): void {
  const card = record(root, collections.cards, id)
  if (!card) return
  const { text, organisation, channel, mark } = changes
  changeRecord(root, collections.cards, cardShape, id, {
    ...(text === undefined ? {} : { text: written(text, longest.text, card.get('text')) }),
    ...(organisation === undefined
      ? {}
      : { organisation: written(organisation, longest.organisation, card.get('organisation')) }),
    ...(channel === undefined ? {} : { channel: written(channel, longest.channel, card.get('channel')) }),
    ...(mark !== undefined && cardMarks.includes(mark) ? { mark } : {}),
  })
}

/** Moves a card into a cell, or to another place within its own. */
export function moveCard(root: Y.Map<unknown>, id: string, place: CardPlace): void {
  const card = record(root, collections.cards, id)
  if (!card) return
  const order = orderAtPlace(root, place, id)
  // All three are written even where one stays the same: of two people who move a card at once one then wins
  // whole, and the card never ends up in a cell that neither chose.
  card.set('phase', place.phase)
  card.set('lane', place.lane)
  card.set('order', order)
}

/** Puts a copy right after the card and answers the copy's id; undefined when the card is gone. */
export function duplicateCard(root: Y.Map<unknown>, id: string): string | undefined {
  const found = record(root, collections.cards, id)
  const parsed = found && cardShape.schema.safeParse({ ...found.toJSON(), id })
  if (!parsed?.success) return undefined
  const { phase, lane } = parsed.data
  const cell = siblingsIn(root, collections.cards, undefined, standsIn(phase, lane))
  const index = cell.findIndex((sibling) => sibling.id === id) + 1
  const copy = newId()
  addRecord(root, collections.cards, cardShape, { ...parsed.data, id: copy, order: orderFor(cell, index) })
  return copy
}

export function removeCard(root: Y.Map<unknown>, id: string): void {
  removeRecord(root, collections.cards, id)
}

/** The cards that stand in a phase or lane, whatever else they stand in. */
export function cardsStandingIn(root: Y.Map<unknown>, side: 'phase' | 'lane', id: string): Y.Map<unknown>[] {
  return siblingsIn(root, collections.cards, undefined, (card) => card.get(side) === id).map(
    (sibling) => sibling.record,
  )
}

/** Hides cards together with the phase or lane they stand in; see `StoredCard.removedWith`. */
export function hideCards(cards: readonly Y.Map<unknown>[], removedWith: string): void {
  for (const card of cards) card.set('removedWith', removedWith)
}

function orderAtPlace(root: Y.Map<unknown>, place: CardPlace, placed?: string): string {
  return orderFor(siblingsIn(root, collections.cards, placed, standsIn(place.phase, place.lane)), place.index)
}

function standsIn(phase: string, lane: string): (card: Y.Map<unknown>) => boolean {
  return (card) => card.get('phase') === phase && card.get('lane') === lane
}
