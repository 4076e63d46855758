import type { OrganisationType } from '../artefacts/organisation-types'
import type { ParticipantKey, RoomName } from './room-name'
import type { RoomRight } from './session'

/** Who knocks at a room's door, as far as the upgrade request tells. */
export interface RoomRequest {
  /** The Cookie header, as sent. */
  cookie: string | undefined
  /** The caller's address, as far as trusted proxies tell it. */
  address: string
}

/** Somebody in a room. Name, organisation and type are what the others see. */
export interface RoomIdentity {
  /** Equal for all sockets of one person or seat: `user:ID` or `seat:ID`. Written to the audit. */
  participantKey: ParticipantKey
  name: string
  /** Empty when the person speaks for none. */
  organisation: string
  organisationType: OrganisationType | ''
  sessionTokenHash: string
  userId?: string
  seatId?: string
  /** Of the seat, or of the room where it is a workshop's. */
  workshopId?: string
  projectId: string
  /** May facilitate here: the rules of a workshop's steps and of locked places bind the others. Shown to them. */
  leads: boolean
}

/** One word, sent to the browser with the close code. */
export type RefusalReason = 'signed-out' | 'no-right' | 'removed' | 'workshop-closed' | 'no-room'

export interface Admitted {
  outcome: 'admitted'
  identity: RoomIdentity
  right: RoomRight
  /** The right is less than this caller's own, while a step of a workshop or a closed place says so. */
  isBound?: boolean
  /** Milliseconds since the epoch. */
  sessionExpiresAt?: number
}

/**
 * The answer to "may this caller be in this room, and do what there?", asked when a socket opens and again
 * whenever a right may have changed.
 *
 * - `signed-out`: no session, or it has ended; the same whether the room exists or not
 * - `no-room`: no such room, **and** one that this caller never had a right to: the two must not differ
 * - `no-right`, `removed`, `workshop-closed`: the caller knew the room and has lost it
 */
export type Admission =
  | Admitted
  | { outcome: 'refused'; reason: RefusalReason }

/** Rejects only when it cannot tell now (the database is away): the caller is then asked to try again. */
export type Authorise = (request: RoomRequest, room: RoomName) => Promise<Admission>
