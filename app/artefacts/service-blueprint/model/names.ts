import { plainLine } from '../../../lib/plain-text'
import type { Translate } from '../../kind'
import type { Card, Feeling, Lane, Phase } from './content'
import { feelingKey } from './feeling-key'

/** What things are called outside the editor; nothing is ever called nothing. */
export function phaseName(phase: Phase, t: Translate): string {
  return plainLine(phase.name) || t('phase.unnamed')
}

export function laneName(lane: Lane, t: Translate): string {
  return plainLine(lane.name) || t(`laneKind.${lane.kind}`)
}

/** "+1, hyvä" */
export function feelingName(feeling: Feeling | undefined, t: Translate): string {
  if (!feeling || feeling.value === null) return t('feeling.notJudged')
  const key = feelingKey(feeling.value)
  return t('feeling.judged', { number: t(`${key}.number`), word: t(`${key}.word`) })
}

/** The first words of a card. */
export function cardName(card: Card, t: Translate): string {
  const line = plainLine(card.text)
  if (!line) return t('card.empty')
  const letters = [...line]
  return letters.length <= 60 ? line : `${letters.slice(0, 59).join('').trimEnd()}…`
}
