import type { WorkshopFace } from '../../workshop-face'
import { record } from '../../../document/records'
import { lanesForCards } from './arrangement'
import { addCard } from './card-operations'
import type { ServiceBlueprint } from './content'
import { laneName, phaseName } from './names'
import { permitBlueprint } from './permit'
import { collections } from './stored'

/** What a workshop does with a blueprint: it works on phases, and a decision becomes a card in a phase and a lane. */
export const blueprintFace: WorkshopFace<ServiceBlueprint> = {
  places: (content, t) => content.phases.map((phase) => ({ id: phase.id, name: phaseName(phase, t) })),
  permit: permitBlueprint,
  carries: [
    {
      what: 'card',
      places: (content, t) => content.phases.map((phase) => ({ id: phase.id, name: phaseName(phase, t) })),
      others: (content, t) => lanesForCards(content.lanes).map((lane) => ({ id: lane.id, name: laneName(lane, t) })),
    },
  ],
  change(root, change) {
    if (change.do !== 'carry' || change.what !== 'card') throw new Error(`A blueprint knows no ${change.do}`)
    const { place, other, carried } = change
    if (place === null || other === null) return { ids: [] }
    if (!record(root, collections.phases, place) || !record(root, collections.lanes, other)) return { ids: [] }
    const words = { text: carried.text, organisation: carried.owner?.name ?? '' }
    return { ids: [addCard(root, { phase: place, lane: other, index: Infinity }, words, carried.origin)] }
  },
}
