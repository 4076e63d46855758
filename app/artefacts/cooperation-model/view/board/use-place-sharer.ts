import { useEffect, useMemo } from 'react'
import type { ArtefactSession } from '../../../../sync/session'
import { createPlaceSharer, type PlaceSharer } from './place'

/** Shares one's place in the room for as long as the board is open. */
export function usePlaceSharer(session: ArtefactSession<unknown>, selection: ReadonlySet<string>): PlaceSharer {
  const sharer = useMemo(() => createPlaceSharer(session), [session])
  useEffect(() => () => sharer.close(), [sharer])
  useEffect(() => sharer.show({ chosen: [...selection] }), [sharer, selection])
  return sharer
}
