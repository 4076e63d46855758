import { useCallback, useMemo, useSyncExternalStore } from 'react'
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
    state: useReading(session, stateOf, isSavedNow),
    trouble: useReading(session, troubleOf),
    unsent: useReading(session, unsentOf, isSafer),
    right: useReading(session, rightOf),
    offer: useReading(session, offerOf),
  }
}

/** See `RoomSession.pageChanges`. */
export function usePageChanges(session: RoomSession<unknown>): number {
  return useReading(session, pageChangesOf)
}

const stateOf = (session: OpenRoom<unknown>) => session.state()
const troubleOf = (session: OpenRoom<unknown>) => session.trouble()
const unsentOf = (session: OpenRoom<unknown>) => session.unsent()
const rightOf = (session: OpenRoom<unknown>) => session.right()
const offerOf = (session: OpenRoom<unknown>) => session.offer()
const pageChangesOf = (session: RoomSession<unknown>) => session.pageChanges()

// Where edits are, from the worst to the best.
const safety: readonly Unsent[] = ['in-page', 'being-kept', 'on-device', 'nothing']

const isSavedNow: IsGood<SessionState> = (next, told) => next.kind === 'saved' && told.kind === 'saving'
const isSafer: IsGood<Unsent> = (next, told) => safety.indexOf(next) > safety.indexOf(told)
const neverHeld = () => false

/** `read` and `isGood` are always the same functions. */
function useReading<Session extends RoomSession<unknown>, Value>(
  session: Session,
  read: (session: Session) => Value,
  isGood: IsGood<Value> = neverHeld,
): Value {
  const reading = useMemo(() => tellCalmly({ session, read: () => read(session), isGood }), [session, read, isGood])
  return useSyncExternalStore(reading.subscribe, reading.now, reading.now)
}
