import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { ArtefactKind } from '../artefacts/kind'
import type { Offer, OpenRoom, OpenSession, RoomRight, RoomSession, SessionState, Trouble, Unsent } from './session'
import { tellCalmly, type IsGood } from './tell-calmly'
import { useOpenRoom, type PageContent } from './use-open-room'

export interface UseSessionOptions<Content> extends PageContent<Content> {
  artefactId: string
  kind: Pick<ArtefactKind<Content>, 'read' | 'loadSuggesting' | 'isUndoneApart'>
  /** Whose copy on this device it is: `user:ID` or `seat:ID`. */
  participantKey: string
}

/** The artefact, open for as long as the component is there. */
export function useSession<Content>(options: UseSessionOptions<Content>): OpenSession<Content> {
  const { artefactId, kind, participantKey } = options
  const load = useCallback(async () => {
    const { openSession } = await import('./open-session')
    return (page: PageContent<Content>) => openSession({ ...page, artefactId, kind, participantKey, suggests: kind.loadSuggesting !== undefined })
  }, [artefactId, kind, participantKey])
  const named = useCallback((room: OpenRoom<Content>): OpenSession<Content> => ({ ...room, artefactId }), [artefactId])
  return useOpenRoom(options, load, named)
}

export interface SessionStatus {
  state: SessionState
  trouble: Trouble | undefined
  unsent: Unsent
  right: RoomRight
  offer: Offer
}

/** What the state line tells, for as long as the component is there. */
export function useSessionStatus(session: OpenRoom<unknown>): SessionStatus {
  return {
    state: useReading(session, () => session.state(), isSavedNow),
    trouble: useReading(session, () => session.trouble()),
    unsent: useReading(session, () => session.unsent(), isSafer),
    right: useReading(session, () => session.right()),
    offer: useReading(session, () => session.offer()),
  }
}

/** See `RoomSession.pageChanges`. */
export function usePageChanges(session: RoomSession<unknown>): number {
  return useReading(session, () => session.pageChanges())
}

// Where edits are, from the worst to the best.
const safety: readonly Unsent[] = ['in-page', 'being-kept', 'on-device', 'nothing']

const isSavedNow: IsGood<SessionState> = (next, told) => next.kind === 'saved' && told.kind === 'saving'
const isSafer: IsGood<Unsent> = (next, told) => safety.indexOf(next) > safety.indexOf(told)
const neverHeld = () => false

/** `read` answers with the same value until that has changed. `isGood` is always the same function. */
function useReading<Value>(session: RoomSession<unknown>, read: () => Value, isGood: IsGood<Value> = neverHeld): Value {
  const latest = useRef(read)
  useEffect(() => {
    latest.current = read
  })
  const subscribe = useCallback(
    (listener: () => void) => tellCalmly({ session, read: () => latest.current(), isGood, listener }),
    [session, isGood],
  )
  return useSyncExternalStore(subscribe, read, read)
}
