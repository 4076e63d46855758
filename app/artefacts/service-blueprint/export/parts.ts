import { plainLine } from '../../../lib/plain-text'
import type { OriginMark, Part, Translate } from '../../kind'
import { arrange } from '../model/arrangement'
import type { Card, ServiceBlueprint } from '../model/content'
import { cardName, feelingName, laneName, phaseName } from '../model/names'

/** Phases with their feelings, lanes, and cards, in reading order. */
export function partsOf(content: ServiceBlueprint, t: Translate): Part[] {
  const { phases, lanes, feelingIn } = arrange(content)
  const phaseNames = new Map(phases.map((phase) => [phase.id, phaseName(phase, t)]))
  const laneNames = new Map(lanes.map((lane) => [lane.id, laneName(lane, t)]))
  const parts: Omit<Part, 'order'>[] = []
  for (const phase of phases) {
    const name = phaseName(phase, t)
    const feeling = feelingIn(phase.id)
    parts.push({
      id: phase.id,
      kind: t('part.phase'),
      name,
      place: '',
      fields: [
        { name: t('part.name'), text: name },
        { name: t('part.feeling'), text: feelingName(feeling, t) },
        { name: t('part.feelingWords'), text: feeling?.words ?? '' },
      ],
    })
  }
  for (const lane of lanes) {
    const name = laneName(lane, t)
    parts.push({
      id: lane.id,
      kind: t('part.lane'),
      name,
      place: '',
      fields: [
        { name: t('part.name'), text: name },
        { name: t('part.laneKind'), text: t(`laneKind.${lane.kind}`) },
        { name: t('part.lineBelow'), text: lane.lineBelow ? t(`line.${lane.lineBelow}.name`) : '' },
      ],
    })
  }
  for (const card of content.cards) {
    const phase = phaseNames.get(card.phase)
    const lane = laneNames.get(card.lane)
    const place = phase && lane ? `${phase} › ${lane}` : t('withoutPlace.title')
    parts.push({
      id: card.id,
      kind: t('part.card'),
      name: cardName(card, t),
      place,
      fields: cardFields(card, t),
    })
  }
  return parts.map((part, order) => ({ ...part, order }))
}

/** Cards that came from a decision. */
export function originsOf(content: ServiceBlueprint, t: Translate): OriginMark[] {
  return content.cards.flatMap((card) =>
    card.origin === undefined ? [] : [{ origin: card.origin, name: cardName(card, t) }],
  )
}

function cardFields(card: Card, t: Translate): Part['fields'] {
  return [
    { name: t('part.text'), text: card.text },
    { name: t('card.organisation'), text: plainLine(card.organisation) },
    { name: t('card.channel'), text: plainLine(card.channel) },
    { name: t('card.mark'), text: card.mark === 'none' ? '' : t(`mark.${card.mark}`) },
  ]
}
