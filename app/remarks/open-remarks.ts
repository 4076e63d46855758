import { openDeviceStore, setAsideStoreName, type DeviceStore } from '../sync/device-store'
import { LiveSession } from '../sync/live-session'
import { remarksRoom } from '../sync/room-name'
import type { OpenRoom } from '../sync/session'
import type { RoomOptions } from '../sync/session-options'
import { SetAside } from '../sync/set-aside'
import type { Remarks } from './model/content'
import { readRemarks, remarksDocument } from './model/document'
import { takeUp } from './model/operations'

export interface RemarksRoomOptions extends Omit<RoomOptions<Remarks>, 'room' | 'kind' | 'handOver'> {
  artefactId: string
  /** Null: what is shared with everybody who may see the artefact. */
  organisationId: string | null
  /** IndexedDB when absent. */
  setAsideStore?: DeviceStore
}

/** Two browsers that begin the same thread anew at once keep one of both: the other one's remark is put into it then. */
const mostTries = 10

/**
 * Opens what is said about an artefact. There are no proposals here, so what cannot be merged stays on this device: until
 * the right to write is back, or until one's own remarks stand in a new history of the room.
 */
export function openRemarks({ artefactId, organisationId, setAsideStore, ...options }: RemarksRoomOptions): OpenRoom<Remarks> {
  const room = remarksRoom(artefactId, organisationId)
  const store = setAsideStore ?? openDeviceStore(setAsideStoreName(options.participantKey, room))
  const setAside = new SetAside<Remarks>(store, readRemarks)
  const session: LiveSession<Remarks> = new LiveSession<Remarks>({
    ...options,
    room,
    kind: remarksDocument,
    handOver: async ({ update }) => {
      const state = session.state()
      if (state.kind !== 'closed' || state.reason !== 'other-history') return undefined
      await setAside.put(update)
      return { outcome: 'nothing-new' }
    },
  })
  void takeUpAgain(session, setAside, options.participantKey)
  void session.start()
  return session
}

/** Writes what one said oneself into the room as soon as one may, and lets it go when the server has it. */
async function takeUpAgain(session: OpenRoom<Remarks>, setAside: SetAside<Remarks>, key: string): Promise<void> {
  // A device that keeps nothing has set nothing aside.
  const former = await setAside.contents().catch(() => [])
  if (former.length === 0) return setAside.forget().catch(() => undefined)
  const threads = former.flatMap((remarks) => remarks.threads)
  let tries = 0
  const look = () => {
    if (session.state().kind !== 'saved') return
    const wasMissing = tries < mostTries && session.change((root) => takeUp(root, { threads }, key))
    if (wasMissing === undefined) return
    tries += 1
    if (wasMissing) return
    stop()
    void setAside.forget().catch(() => undefined)
  }
  const stop = session.onStatus(look)
  look()
}
