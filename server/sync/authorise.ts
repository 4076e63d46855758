import type { RefusalReason } from '../../app/sync/admission'

export type { Admission, Authorise, RefusalReason, RoomIdentity, RoomRequest } from '../../app/sync/admission'

/** SPEC P14: with which code each refusal closes an open socket. */
export const closeCodeOf: Record<RefusalReason, number> = {
  'signed-out': 4401,
  'no-right': 4403,
  removed: 4403,
  'workshop-closed': 4403,
  'no-room': 4404,
}
