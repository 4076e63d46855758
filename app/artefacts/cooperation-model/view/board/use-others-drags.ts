import { useMemo, useSyncExternalStore } from 'react'
import type { ArtefactSession } from '../../../../sync/session'
import type { Point } from '../../model/boxes'
import type { CooperationModel } from '../../model/content'
import { movedTogether } from '../../model/operations'
import { readPlace } from './place'

export type Drags = ReadonlyMap<string, Point>

const none: Drags = new Map()

/**
 * What others are dragging just now, and how far. It stays the same while they only move their pointers, so that
 * the board is not drawn anew for those.
 */
export function useOthersDrags(session: ArtefactSession<CooperationModel>): Drags {
  const store = useMemo(() => createDragStore(session), [session])
  return useSyncExternalStore(store.subscribe, store.drags, () => none)
}

function createDragStore(session: ArtefactSession<CooperationModel>) {
  let key = ''
  let drags = none
  const look = () => {
    const dragging = session.people().flatMap(({ place }) => {
      const { chosen, drag } = readPlace(place)
      return drag && chosen.length > 0 ? [{ chosen, drag }] : []
    })
    const nextKey = dragging.map(({ chosen, drag }) => `${chosen.join()} ${drag.x} ${drag.y}`).join(';')
    if (nextKey === key) return
    key = nextKey
    drags = dragging.length === 0 ? none : dragsOf(dragging, session.content())
  }
  return {
    drags: () => drags,
    subscribe: (listener: () => void) =>
      session.onStatus(() => {
        const before = drags
        look()
        if (drags !== before) listener()
      }),
  }
}

function dragsOf(dragging: readonly { chosen: string[]; drag: Point }[], { items }: CooperationModel): Drags {
  const drags = new Map<string, Point>()
  for (const { chosen, drag } of dragging) {
    for (const id of movedTogether(items, chosen)) drags.set(id, drag)
  }
  return drags
}
