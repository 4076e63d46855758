import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { PrivateNote } from '../../load-context'
import type { ParticipantKey } from '../../sync/room-name'
import type { OpenRoom, RoomRight } from '../../sync/session'
import { useOpenRoom, type PageContent } from '../../sync/use-open-room'
import { addNote, changeNote, holdBack, removeNotes, type PrivateNotes } from './notes'

export interface UsePrivateNotesOptions {
  stepId: string
  /** Of whoever writes: `user:ID` or `seat:ID`. */
  participantKey: ParticipantKey
  /** What the page was sent with. */
  initialNotes: readonly PrivateNote[]
  initialRight: RoomRight
}

/** One's own notes in a step of private writing. Where one may not write just now, the acts do nothing. */
export interface OwnNotes {
  notes: readonly PrivateNote[]
  /** Answers its id; undefined where one may not write just now, and where there are as many as there may be. */
  add(text: string): string | undefined
  change(id: string, text: string): void
  remove(id: string): void
  holdBack(id: string, heldBack: boolean): void
  /** For the state line, for undoing, and for whether one may write. */
  session: OpenRoom<PrivateNotes>
}

/** Give the component a `key` of the step: another step is another draft. */
export function usePrivateNotes({ stepId, participantKey, initialNotes, initialRight }: UsePrivateNotesOptions): OwnNotes {
  const load = useCallback(async () => {
    const { openPrivateNotes } = await import('./open-private-notes')
    return (page: PageContent<PrivateNotes>) => openPrivateNotes({ ...page, stepId, participantKey })
  }, [stepId, participantKey])
  const session = useOpenRoom({ initialContent: { notes: initialNotes }, initialRight }, load, itself)
  const { notes } = useSyncExternalStore(session.onContent, session.content, session.initialContent)
  return useMemo(
    () => ({
      notes,
      session,
      add: (text) => session.change((root) => addNote(root, text)),
      change: (id, text) => session.change((root) => changeNote(root, id, text)),
      remove(id) {
        // Taken back by itself, not together with what was typed just before.
        session.endStep()
        session.change((root) => removeNotes(root, [id]))
        session.endStep()
      },
      holdBack: (id, heldBack) => session.change((root) => holdBack(root, id, heldBack)),
    }),
    [notes, session],
  )
}

function itself(room: OpenRoom<PrivateNotes>): OpenRoom<PrivateNotes> {
  return room
}
