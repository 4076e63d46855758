import { LiveSession } from '../sync/live-session'
import { remarksRoom } from '../sync/room-name'
import type { OpenRoom } from '../sync/session'
import type { RoomOptions } from '../sync/session-options'
import type { Remarks } from './model/content'
import { remarksDocument } from './model/document'

export interface RemarksRoomOptions extends Omit<RoomOptions<Remarks>, 'room' | 'kind' | 'handOver'> {
  artefactId: string
  /** Null: what is shared with everybody who may see the artefact. */
  organisationId: string | null
}

/** Opens what is said about an artefact. What cannot be merged stays on this device. */
export function openRemarks({ artefactId, organisationId, ...options }: RemarksRoomOptions): OpenRoom<Remarks> {
  const room = remarksRoom(artefactId, organisationId)
  const session = new LiveSession<Remarks>({ ...options, room, kind: remarksDocument })
  void session.start()
  return session
}
