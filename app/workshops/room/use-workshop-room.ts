import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { EndReason, Person } from '../../sync/session'
import type { LiveState } from '../model/live-state'
import type { Reaction, ReactionKind } from './reactions'
import { emptyReading } from './room-reading'
import type { WorkshopRoom } from './workshop-room'

/** A workshop as everybody in it hears it. */
export interface LiveWorkshop {
  state: LiveState
  /** Of the step, at the moment of asking, in ms; below zero: over time. Null where it has no end. */
  leftMs(): number | null
  /** The others who are here. */
  people: readonly Person[]
  /** `away`: what is shown may be old; it comes back by itself, but where `ended`. */
  connection: 'live' | 'away'
  /** Why one may not be here any more, where that is so. */
  ended: EndReason | undefined
  /** Nothing where reactions are turned off. */
  react(kind: ReactionKind): void
  reactions: readonly Reaction[]
}

/**
 * Follows a workshop for as long as the component is there. Until the room speaks it shows `initial`, with which the page
 * was sent. Give the component a `key` of the workshop.
 */
export function useWorkshopRoom(workshopId: string, initial: LiveState): LiveWorkshop {
  const [first] = useState(initial)
  // `since`: when the browser began to show what the page was sent with.
  const [{ room, since }, setOpen] = useState<{ room?: WorkshopRoom; since?: number }>({})

  useEffect(() => {
    let left = false
    let opened: WorkshopRoom | undefined
    const began = performance.now()
    import('./workshop-room').then(
      (code) => {
        if (left) return
        opened = new code.WorkshopRoom({ workshopId })
        setOpen(({ since: known = began }) => ({ room: opened, since: known }))
      },
      // The server has another build by now: the next page brings it.
      () => undefined,
    )
    return () => {
      left = true
      opened?.close()
    }
  }, [workshopId])

  const subscribe = useCallback((listener: () => void) => room?.subscribe(listener) ?? (() => undefined), [room])
  const read = useCallback(() => room?.reading() ?? emptyReading, [room])
  const { heard, people, connection, ended, reactions } = useSyncExternalStore(subscribe, read, () => emptyReading)

  const state = heard?.state ?? first
  const at = heard?.at ?? since
  const leftMs = useCallback(() => leftOf(state, at), [state, at])
  const react = useCallback((kind: ReactionKind) => room?.react(kind), [room])
  return useMemo(
    () => ({ state, leftMs, people, connection, ended, react, reactions }),
    [state, leftMs, people, connection, ended, react, reactions],
  )
}

/** `at`: when it was heard, on this browser's monotonic clock. */
function leftOf({ clock }: LiveState, at: number | undefined): number | null {
  if (clock.leftMs === null || clock.paused || at === undefined) return clock.leftMs
  return clock.leftMs - (performance.now() - at)
}
