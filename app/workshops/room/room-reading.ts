import type { EndReason, Person } from '../../sync/session'
import type { LiveState } from '../model/live-state'
import type { Reaction } from './reactions'

/** What was said, and when it was heard here, in monotonic milliseconds. */
export interface Heard {
  state: LiveState
  at: number
}

/** One reading of all that a page shows of the room; the same object until something changed. */
export interface RoomReading {
  heard: Heard | undefined
  people: readonly Person[]
  /** `away`: no connection just now; it comes back by itself, but where `ended`. */
  connection: 'live' | 'away'
  /** Why one may not be here any more. */
  ended: EndReason | undefined
  reactions: readonly Reaction[]
}

export const emptyReading: RoomReading = { heard: undefined, people: [], connection: 'away', ended: undefined, reactions: [] }
