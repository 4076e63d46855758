import { useEffect, useState } from 'react'
import type { SidePanel } from '../../artefacts/shared/side-panel'
import type { OpenRoom } from '../../sync/session'
import { tabMemory } from '../../sync/way-memory'

/**
 * Whether the rooms of what is said are to be open: from when what one works on is here. Where WebSockets are blocked, from
 * when the panel is opened: over HTTP a browser has six connections for all its tabs, and the work itself comes first.
 */
export function useRoomsDue(session: Pick<OpenRoom<unknown>, 'state' | 'onStatus'>, panel: SidePanel | undefined): boolean {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => {
    const look = () => {
      const { kind } = session.state()
      const isHere = kind !== 'opening' && kind !== 'offline' && tabMemory.recall() === undefined
      if (isHere || (panel && panel.state().open !== null)) setIsDue(true)
    }
    const stops = [session.onStatus(look), panel?.onState(look)]
    look()
    return () => stops.forEach((stop) => stop?.())
  }, [session, panel])
  return isDue
}
