import { arrange } from '../model/arrangement'
import {
  addCard,
  changeCard,
  duplicateCard,
  moveCard,
  removeCard,
  type CardPlace,
} from '../model/card-operations'
import type { Card } from '../model/content'
import { laneName, phaseName } from '../model/names'
import { placeTowards, type Direction } from '../model/towards'
import type { Hands } from './acts'
import { focusName } from './open-things'

/** What people do with cards. */
export function cardActs({ session, t, screen, now, step }: Hands) {
  const placeWords = (phase: string, lane: string) => {
    const { phases, lanes } = now()
    const inPhase = phases.find(({ id }) => id === phase)
    const inLane = lanes.find(({ id }) => id === lane)
    return {
      phase: inPhase ? phaseName(inPhase, t) : t('withoutPlace.title'),
      lane: inLane ? laneName(inLane, t) : t('withoutPlace.title'),
    }
  }
  const move = (card: Card, place: CardPlace) => {
    step((root) => moveCard(root, card.id, place))
    const cell = arrange(now()).cardsIn(place.phase, place.lane)
    const position = cell.findIndex(({ id }) => id === card.id) + 1
    screen.say(t('said.cardMoved', { ...placeWords(place.phase, place.lane), position, count: cell.length }))
    screen.showPhase(place.phase)
    screen.focus(focusName.card(card.id))
  }
  /** A card that stayed wholly empty goes away again, for it says nothing. Answers whether the card stays. */
  const leave = (id: string): boolean => {
    screen.endEditing({ kind: 'card', id })
    const card = now().cards.find((one) => one.id === id)
    const isEmpty = card && !card.text.trim() && !card.organisation && !card.channel && card.mark === 'none'
    if (isEmpty) session.change((root) => removeCard(root, id))
    session.endStep()
    return card !== undefined && !isEmpty
  }
  return {
    /** Adds an empty card, at the end where no index is given, and opens it for writing. */
    addCard: (phase: string, lane: string, index = Infinity) => {
      session.endStep()
      const id = session.change((root) => addCard(root, { phase, lane, index }))
      if (id === undefined) return
      screen.say(t('said.cardAdded', placeWords(phase, lane)))
      screen.edit({ kind: 'card', id })
    },
    /**
     * Puts a card that is gone back as a new one; where its phase or lane is gone too, it waits without a
     * place.
     */
    addCardAgain: ({ phase, lane, ...words }: Card) => {
      const id = step((root) => addCard(root, { phase, lane, index: Infinity }, words))
      if (id === undefined) return
      screen.say(t('said.cardAdded', placeWords(phase, lane)))
      screen.showPhase(phase)
      screen.focus(focusName.card(id))
    },
    changeCard: (id: string, changes: Parameters<typeof changeCard>[2]) =>
      session.change((root) => changeCard(root, id, changes)),
    /**
     * Ends writing on a card by choice: the focus goes back to the card, or to the cell where it would have
     * been.
     */
    closeCard: (id: string) => {
      const { phase, lane } = now().cards.find((one) => one.id === id) ?? { phase: '', lane: '' }
      screen.focus(leave(id) ? focusName.card(id) : focusName.cell(phase, lane))
    },
    /** Ends writing because the focus went elsewhere. */
    leaveCard: (id: string) => void leave(id),
    moveCard: move,
    /** Up and down within the cell and on to the next lane; left and right to the next phase. */
    moveCardTowards: (card: Card, direction: Direction) => {
      const place = placeTowards(now(), card, direction)
      if (place) move(card, place)
    },
    duplicateCard: (card: Card) => {
      const copy = step((root) => duplicateCard(root, card.id))
      if (copy === undefined) return
      screen.say(t('said.cardDuplicated'))
      screen.focus(focusName.card(copy))
    },
    removeCard: (card: Card) => {
      const cell = arrange(now()).cardsIn(card.phase, card.lane)
      const index = cell.findIndex(({ id }) => id === card.id)
      const next = cell[index + 1] ?? cell[index - 1]
      step((root) => removeCard(root, card.id))
      screen.say(t('said.cardRemoved'))
      screen.focus(next ? focusName.card(next.id) : focusName.cell(card.phase, card.lane))
    },
  }
}
