import { useEffect, useMemo, useRef } from 'react'
import type { Anchor } from '../../../remarks/model/content'
import { useRemarkPlaces } from '../../../remarks/view/remarks-store'
import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { ServiceBlueprint } from '../model/content'
import { cardName, laneName, phaseName } from '../model/names'
import { focusName } from './open-things'

interface Options {
  session: ArtefactSession<ServiceBlueprint>
  t: Translate
  onShow(place: string): void
  focus(name: string): void
}

/** Tells the comments what stands in the blueprint, and goes from a comment to its card, phase or lane. */
export function useCardRemarks({ session, t, onShow, focus }: Options): void {
  const latest = useRef(onShow)
  useEffect(() => {
    latest.current = onShow
  })
  const places = useMemo(
    () => ({
      items: () => itemsOf(session.content(), t),
      onItems: session.onContent,
      show: (anchor: Anchor) => {
        if (anchor.on === 'all') return
        const { phases, lanes } = session.content()
        latest.current(anchor.item)
        const is = (one: { id: string }) => one.id === anchor.item
        focus(phases.some(is) ? focusName.phase(anchor.item) : lanes.some(is) ? focusName.lane(anchor.item) : focusName.card(anchor.item))
      },
    }),
    [session, t, focus],
  )
  useRemarkPlaces(places)
}

/** The lanes, then each phase with its cards as one reads down its column. */
function itemsOf({ phases, lanes, cards }: ServiceBlueprint, t: Translate) {
  const rank = new Map(lanes.map(({ id }, index) => [id, index]))
  const placed = new Set(phases.map(({ id }) => id))
  const named = (card: (typeof cards)[number]) => ({ id: card.id, name: cardName(card, t) })
  return [
    ...lanes.map((lane) => ({ id: lane.id, name: laneName(lane, t) })),
    ...phases.flatMap((phase) => [
      { id: phase.id, name: phaseName(phase, t) },
      ...cards
        .filter((card) => card.phase === phase.id)
        .sort((one, other) => (rank.get(one.lane) ?? 0) - (rank.get(other.lane) ?? 0))
        .map(named),
    ]),
    ...cards.filter(({ phase }) => !placed.has(phase)).map(named),
  ]
}
