import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { OpenRoom, RoomRight } from '../sync/session'
import { useSessionStatus } from '../sync/use-session'
import { useOpenRoom, type PageContent } from '../sync/use-open-room'
import { noRemarks, type Anchor, type RemarkAuthor, type Remarks, type Thread } from './model/content'
import { addThread, answer, changeRemark, moveThread, removeRemark, reopen, resolve, type Said } from './model/operations'

export interface UseRemarksOptions {
  artefactId: string
  /** Null: what is shared. An id: the room of that organisation, which only its own members may enter. */
  organisationId: string | null
  /** Of whoever is here: `user:ID` or `seat:ID`. */
  participantKey: string
  /** As their remarks will be signed. */
  by: RemarkAuthor
  mayComment: boolean
}

/**
 * What is said about an artefact, open for as long as the component is there. Where one may not write just now, and while
 * the room is being opened, the acts do nothing and answer undefined.
 */
export interface OpenRemarks {
  /** In the order in which they were begun. Empty while `session.state()` is `opening`. */
  threads: readonly Thread[]
  /** One may say something here now: it will be kept. */
  mayWrite: boolean
  /** Answers the thread's id. */
  addThread(anchor: Anchor, said: Said): string | undefined
  /** Answers the remark's id. */
  answer(threadId: string, said: Said): string | undefined
  change(threadId: string, remarkId: string, said: Said): void
  remove(threadId: string, remarkId: string): void
  resolve(threadId: string): void
  reopen(threadId: string): void
  /** Says anew what a thread is about: for whoever began it, and who leads. */
  move(threadId: string, anchor: Anchor): void
  /**
   * For the state line (`useSessionStatus`). Not for undoing: to take back that one began a thread would take with it what
   * others have answered meanwhile. `remove` leaves that.
   */
  session: OpenRoom<Remarks>
}

/** Give the component a `key` of artefact and organisation: other ones are another room. */
export function useRemarks({ artefactId, organisationId, participantKey, by, mayComment }: UseRemarksOptions): OpenRemarks {
  const load = useCallback(async () => {
    const { openRemarks } = await import('./open-remarks')
    return (page: PageContent<Remarks>) => openRemarks({ ...page, artefactId, organisationId, participantKey })
  }, [artefactId, organisationId, participantKey])
  const session = useOpenRoom({ initialContent: noRemarks, initialRight: rightOf(mayComment) }, load, itself)
  const { threads } = useSyncExternalStore(session.onContent, session.content, session.initialContent)
  const { right, state } = useSessionStatus(session)
  const { key, name, organisation } = by
  const acts = useMemo(() => actsOn(session, { key, name, organisation }), [session, key, name, organisation])
  const mayWrite = right === 'edit' && state.kind !== 'opening'
  return useMemo(() => ({ threads, mayWrite, session, ...acts }), [threads, mayWrite, session, acts])
}

function actsOn(session: OpenRoom<Remarks>, by: RemarkAuthor): Omit<OpenRemarks, 'threads' | 'mayWrite' | 'session'> {
  const saying = () => ({ by, now: Date.now() })
  return {
    addThread: (anchor, said) => session.change((root) => addThread(root, anchor, said, saying())),
    answer: (threadId, said) => session.change((root) => answer(root, threadId, said, saying())),
    change: (threadId, remarkId, said) => session.change((root) => changeRemark(root, threadId, remarkId, said, saying())),
    remove: (threadId, remarkId) => session.change((root) => removeRemark(root, threadId, remarkId)),
    resolve: (threadId) => session.change((root) => resolve(root, threadId, saying())),
    reopen: (threadId) => session.change((root) => reopen(root, threadId)),
    move: (threadId, anchor) => session.change((root) => moveThread(root, threadId, anchor)),
  }
}

/** Whoever may comment on the artefact may write in the room of its remarks. */
function rightOf(mayComment: boolean): RoomRight {
  return mayComment ? 'edit' : 'see'
}

function itself(room: OpenRoom<Remarks>): OpenRoom<Remarks> {
  return room
}
