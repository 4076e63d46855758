import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { ArtefactSession, Person, RoomRight } from '../../sync/session'

/** The content as it stands now; on the server and in the first rendering, as the page was sent. */
export function useContent<Content>(session: ArtefactSession<Content>): Content {
  const subscribe = useCallback((listener: () => void) => session.onContent(listener), [session])
  return useSyncExternalStore(
    subscribe,
    () => session.content(),
    () => session.initialContent(),
  )
}

export function useRight(session: ArtefactSession<unknown>): RoomRight {
  return useStatus(session, () => session.right())
}

/** Whether one may edit now: not before the live document is here, and never without the right. */
export function useCanEdit(session: ArtefactSession<unknown>): boolean {
  const subscribe = useCallback((listener: () => void) => session.onStatus(listener), [session])
  return useSyncExternalStore(
    subscribe,
    () => session.right() === 'edit' && session.state().kind !== 'closed' && session.live() !== undefined,
    () => false,
  )
}

/** Whether there is something of one's own to undo and to redo. */
export function useUndoState(session: ArtefactSession<unknown>): { canUndo: boolean; canRedo: boolean } {
  const canUndo = useStatus(session, () => session.canUndo())
  const canRedo = useStatus(session, () => session.canRedo())
  return { canUndo, canRedo }
}

/**
 * The others in the room. Pointers change many times a second: call it in the small component
 * that draws them, not at the top of a view.
 */
export function usePeople(session: ArtefactSession<unknown>): readonly Person[] {
  const store = useMemo(() => createPeopleStore(session), [session])
  return useSyncExternalStore(store.subscribe, store.people, () => nobody)
}

/** All of it at once, for views that are small enough to be drawn anew at each change. */
export function useArtefact<Content>(session: ArtefactSession<Content>) {
  const content = useContent(session)
  const right = useRight(session)
  const people = usePeople(session)
  return { content, right, people, canEdit: right === 'edit', ...useUndoState(session) }
}

const nobody: readonly Person[] = []

/** `read` answers with a plain value: a new object at each call would never settle. */
function useStatus<Value extends string | boolean>(session: ArtefactSession<unknown>, read: () => Value): Value {
  const subscribe = useCallback((listener: () => void) => session.onStatus(listener), [session])
  return useSyncExternalStore(subscribe, read, read)
}

/** The session may make its list anew at each call; here it stays the same until somebody in it changed. */
function createPeopleStore(session: ArtefactSession<unknown>) {
  let people: readonly Person[] = session.people()
  const look = () => {
    const now = session.people()
    if (now.length === people.length && now.every((person, index) => isSame(person, people[index]))) return
    people = now
  }
  return {
    people: () => people,
    subscribe: (listener: () => void) => {
      look()
      return session.onStatus(() => {
        look()
        listener()
      })
    },
  }
}

function isSame(one: Person, other: Person | undefined): boolean {
  return (
    other !== undefined &&
    one.clientId === other.clientId &&
    isSamePlace(one.place, other.place) &&
    one.name === other.name &&
    one.organisation === other.organisation &&
    one.organisationType === other.organisationType &&
    one.colour === other.colour
  )
}

/** Each message of somebody's browser brings their place as a new object. */
function isSamePlace(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
