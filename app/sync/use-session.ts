import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { ArtefactKind } from '../artefacts/kind'
import type { Offer, OpenSession, Person, RoomRight, SessionState, Trouble } from './session'

export interface UseSessionOptions<Content> {
  artefactId: string
  kind: Pick<ArtefactKind<Content>, 'read'>
  /** Whose copy on this device it is: `user:ID` or `seat:ID`. */
  participantKey: string
  /** What the page was sent with: shown by the server, and until the live document is here. */
  initialContent: Content
  initialRight: RoomRight
}

/**
 * The artefact, open for as long as the component is there. On the server and in the first rendering it shows what
 * the page was sent with; the code that shares edits is loaded after that.
 */
export function useSession<Content>(options: UseSessionOptions<Content>): OpenSession<Content> {
  const { artefactId, kind, participantKey } = options
  // A later loader's content is of no use here: the live document is ahead of it.
  const [first] = useState(options)
  const [session, setSession] = useState<OpenSession<Content>>(() => pageSession(first, { kind: 'opening' }))

  useEffect(() => {
    let left = false
    let opened: OpenSession<Content> | undefined
    const show = (next: OpenSession<Content>) => {
      opened = next
      setSession(next)
    }
    import('./open-session').then(
      ({ openSession }) => {
        const open = (page: PageContent<Content>, kept?: KeptOffer) => {
          const made = openSession({
            ...page,
            artefactId,
            kind,
            participantKey,
            ...(kept ? { kept } : {}),
            // What this device held is the server's now: what the server has is opened in its place.
            onHandedOver: (offer) => {
              if (left) return
              made.close()
              open({ initialContent: made.content(), initialRight: 'see' }, offer)
            },
          })
          show(made)
        }
        if (!left) open(first)
      },
      // The server has another build by now, and this one's code is gone.
      () => setSession(pageSession(first, { kind: 'closed', reason: 'reload-needed' })),
    )
    return () => {
      left = true
      opened?.close()
    }
  }, [artefactId, kind, participantKey, first])

  return session
}

type KeptOffer = Extract<Offer, { kind: 'kept' }>
type PageContent<Content> = Pick<UseSessionOptions<Content>, 'initialContent' | 'initialRight'>

export interface SessionStatus {
  state: SessionState
  trouble: Trouble | undefined
  unsent: ReturnType<OpenSession<unknown>['unsent']>
  right: RoomRight
  offer: Offer
}

/** What the state line tells, for as long as the component is there. */
export function useSessionStatus(session: OpenSession<unknown>): SessionStatus {
  return {
    state: useReading(session, () => session.state()),
    trouble: useReading(session, () => session.trouble()),
    unsent: useReading(session, () => session.unsent()),
    right: useReading(session, () => session.right()),
    offer: useReading(session, () => session.offer()),
  }
}

/** See `OpenSession.pageChanges`. */
export function usePageChanges(session: OpenSession<unknown>): number {
  return useReading(session, () => session.pageChanges())
}

/** `read` answers with the same value until that has changed. */
function useReading<Value>(session: OpenSession<unknown>, read: () => Value): Value {
  const subscribe = useCallback((listener: () => void) => session.onStatus(listener), [session])
  return useSyncExternalStore(subscribe, read, read)
}

const nobody: Person[] = []
const noOffer: Offer = { kind: 'none' }

/** A session that shows what the page was sent with, and can do nothing. */
function pageSession<Content>(options: UseSessionOptions<Content>, state: SessionState): OpenSession<Content> {
  const nothing = () => undefined
  const never = () => () => undefined
  return {
    artefactId: options.artefactId,
    content: () => options.initialContent,
    initialContent: () => options.initialContent,
    onContent: never,
    change: nothing,
    endStep: nothing,
    undo: nothing,
    redo: nothing,
    canUndo: () => false,
    canRedo: () => false,
    right: () => (state.kind === 'opening' ? options.initialRight : 'see'),
    state: () => state,
    onStatus: never,
    people: () => nobody,
    showPlace: nothing,
    live: nothing,
    unsent: () => 'nothing',
    trouble: nothing,
    offer: () => noOffer,
    pageChanges: () => 0,
    retry: nothing,
    discardCopy: () => Promise.resolve(),
    close: nothing,
  }
}
