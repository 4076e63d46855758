import type { Log, MadeItem, RoomRules, WorkshopNews } from '../../app/load-context'
import type { RoomName } from '../../app/sync/room-name'
import type { DocumentStore } from '../persistence/document-store'
import type { Attendance } from './attendance'
import type { Authorise, RoomIdentity } from './authorise'
import type { Committer } from './committer'
import type { ContentWorkers } from './content-workers'
import type { Limits } from './limits'
import type { RefusalLog } from './refusal-log'
import type { RoomMember } from './room-member'
import type { SyncMetrics } from './sync-metrics'

/** An update that somebody sent without the right to, or that was made to do harm. */
export interface RefusedEdit {
  room: RoomName
  identity: RoomIdentity
  reason: 'read-only' | 'malformed' | 'unknown-root'
}

/** What the parts of one sync server share. */
export interface SyncServices {
  limits: Limits
  log: Log
  refusals: RefusalLog
  metrics: SyncMetrics
  store: DocumentStore
  committer: Committer
  workers: ContentWorkers
  authorise: Authorise
  audit(refused: RefusedEdit): void
  /** Null: nothing finer than the room's own right. */
  rulesOf(artefactId: string): Promise<RoomRules | null>
  /** Who made what, by item, as far as it was kept. */
  authorsOf(artefactId: string): Promise<ReadonlyMap<string, string>>
  keepAuthors(room: RoomName, authors: readonly MadeItem[]): void
  attendance: Attendance
  /** What the rooms of workshops tell, by their names: asked each time. */
  told: Map<RoomName, () => WorkshopNews>
  /** Every socket of every room. */
  members: Set<RoomMember>
}
