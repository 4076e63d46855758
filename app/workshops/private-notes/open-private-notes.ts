import { openDeviceStore, setAsideStoreName, type DeviceStore } from '../../sync/device-store'
import { LiveSession } from '../../sync/live-session'
import { draftRoom, type ParticipantKey } from '../../sync/room-name'
import type { OpenRoom } from '../../sync/session'
import type { RoomOptions } from '../../sync/session-options'
import { SetAside } from '../../sync/set-aside'
import { readNotes, takeOver, type PrivateNotes } from './notes'

export interface PrivateNotesOptions extends Omit<RoomOptions<PrivateNotes>, 'room' | 'kind' | 'handOver'> {
  stepId: string
  participantKey: ParticipantKey
  /** IndexedDB when absent. */
  setAsideStore?: DeviceStore
}

/**
 * Opens what one writes privately in a step: as safe as everything else. There are no proposals here, so what cannot be
 * merged stays on this device: until the right to write is back, or until it has been written into a new history of the
 * draft.
 */
export function openPrivateNotes(options: PrivateNotesOptions): OpenRoom<PrivateNotes> {
  const { stepId, setAsideStore, ...rest } = options
  const room = draftRoom(stepId, rest.participantKey)
  const store = setAsideStore ?? openDeviceStore(setAsideStoreName(rest.participantKey, room))
  const setAside = new SetAside<PrivateNotes>(store, readNotes)
  const session: LiveSession<PrivateNotes> = new LiveSession({
    ...rest,
    room,
    kind: { read: readNotes },
    handOver: async ({ update }) => {
      const state = session.state()
      if (state.kind !== 'closed' || state.reason !== 'other-history') return undefined
      await setAside.put(update)
      return { outcome: 'nothing-new' }
    },
  })
  void takeUpAgain(session, setAside)
  void session.start()
  return session
}

/** Writes what was set aside into the draft as soon as one may, and lets it go when the server has it. */
async function takeUpAgain(session: OpenRoom<PrivateNotes>, setAside: SetAside<PrivateNotes>): Promise<void> {
  // A device that keeps nothing has set nothing aside.
  const notes = (await setAside.contents().catch(() => [])).flatMap((former) => former.notes)
  if (notes.length === 0) return setAside.forget().catch(() => undefined)
  let written = false
  const look = () => {
    written ||= session.change((root) => takeOver(root, notes) ?? true) === true
    if (!written || session.state().kind !== 'saved') return
    stop()
    void setAside.forget().catch(() => undefined)
  }
  const stop = session.onStatus(look)
  look()
}
