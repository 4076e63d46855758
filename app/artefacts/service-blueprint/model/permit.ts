import { canonicalJson } from '../../../lib/canonical-json'
import type { EditRule, Permitted, Undone } from '../../edit-rule'
import type { Card, ServiceBlueprint } from './content'

/** Judges one card after another and gathers what had to be taken back. */
interface Judgement {
  undone: Set<Undone>
  added: string[]
}

/**
 * Takes back what a rule of a workshop does not allow. Its places are phases. Phases and lanes themselves are for those
 * who may edit everything everywhere.
 */
export function permitBlueprint(
  before: ServiceBlueprint,
  after: ServiceBlueprint,
  rule: EditRule,
  isOwn: (id: string) => boolean,
): Permitted<ServiceBlueprint> {
  const judgement: Judgement = { undone: new Set(), added: [] }
  const mayShape = rule.may.includes('edit-all') && rule.place === null && rule.closed.length === 0
  const content = {
    phases: mayShape ? after.phases : kept(before.phases, after.phases, judgement),
    lanes: mayShape ? after.lanes : kept(before.lanes, after.lanes, judgement),
    cards: permittedCards(before.cards, after.cards, { rule, isOwn, judgement }),
    feelings: permittedFeelings(before, after, rule, judgement),
  }
  const undone = [...judgement.undone]
  return { content: undone.length === 0 ? after : content, undone, added: judgement.added }
}

function kept<Item extends { id: string }>(before: Item[], after: Item[], { undone }: Judgement): Item[] {
  if (same(before, after)) return after
  const present = new Set(after.map(({ id }) => id))
  const known = new Set(before.map(({ id }) => id))
  if (before.some(({ id }) => !present.has(id))) undone.add('delete')
  if (after.some(({ id }) => !known.has(id))) undone.add('add')
  if (undone.size === 0) undone.add('edit')
  return before
}

interface CardCase {
  rule: EditRule
  isOwn(id: string): boolean
  judgement: Judgement
}

function permittedCards(before: readonly Card[], after: readonly Card[], judged: CardCase): Card[] {
  const earlier = new Map(before.map((card) => [card.id, card]))
  const stays = after.flatMap((card) => {
    const was = earlier.get(card.id)
    earlier.delete(card.id)
    return was ? [permittedChange(was, card, judged)] : permittedNew(card, judged)
  })
  return [...stays, ...[...earlier.values()].filter((card) => comesBack(card, judged))]
}

function permittedNew(card: Card, { rule, judgement }: CardCase): Card[] {
  const mayAdd = rule.may.includes('add') || rule.may.includes('edit-all')
  const against = mayAdd ? placeAgainst(card.phase, rule) : 'add'
  if (against) {
    judgement.undone.add(against)
    return []
  }
  judgement.added.push(card.id)
  return [card]
}

function permittedChange(was: Card, card: Card, { rule, isOwn, judgement }: CardCase): Card {
  if (same(was, card)) return card
  const own = isOwn(card.id)
  const result = { ...card }
  if (!same(placeOf(was), placeOf(card))) {
    const against = mayMove(rule, own)
      ? (placeAgainst(was.phase, rule) ?? placeAgainst(card.phase, rule))
      : 'move'
    if (against) {
      judgement.undone.add(against)
      Object.assign(result, placeOf(was))
    }
  }
  const rewritten = { ...was, ...placeOf(result) }
  if (same(rewritten, result)) return result
  const against = mayChange(rule, own) ? placeAgainst(was.phase, rule) : 'edit'
  if (!against) return result
  judgement.undone.add(against)
  return rewritten
}

function comesBack(card: Card, { rule, isOwn, judgement }: CardCase): boolean {
  const against = mayChange(rule, isOwn(card.id)) ? placeAgainst(card.phase, rule) : 'delete'
  if (against) judgement.undone.add(against)
  return against !== undefined
}

function permittedFeelings(
  before: ServiceBlueprint,
  after: ServiceBlueprint,
  rule: EditRule,
  { undone }: Judgement,
): ServiceBlueprint['feelings'] {
  if (same(before.feelings, after.feelings)) return after.feelings
  const phases = new Set([...before.feelings, ...after.feelings].map(({ phase }) => phase))
  return [...phases].flatMap((phase) => {
    const was = before.feelings.find((feeling) => feeling.phase === phase)
    const now = after.feelings.find((feeling) => feeling.phase === phase)
    const changed = JSON.stringify(was) !== JSON.stringify(now)
    const against = !changed ? undefined : rule.may.includes('edit-all') ? placeAgainst(phase, rule) : 'edit'
    if (against) undone.add(against)
    const stands = against ? was : now
    return stands ? [stands] : []
  })
}

const mayChange = (rule: EditRule, own: boolean) =>
  rule.may.includes('edit-all') || (own && rule.may.includes('add'))

const mayMove = (rule: EditRule, own: boolean) =>
  rule.may.includes('edit-all') || rule.may.includes('move-all') || (own && rule.may.includes('move-own'))

/** Why nothing may be done in a phase; undefined where it may. */
function placeAgainst(phase: string, { place, closed }: EditRule): Undone | undefined {
  if (closed.includes(phase)) return 'closed-place'
  return place !== null && place !== phase ? 'elsewhere' : undefined
}

const placeOf = ({ phase, lane, order }: Card) => ({ phase, lane, order })

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)
