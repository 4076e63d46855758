import type { Connection } from './connection'
import type { Limits } from './limits'
import { emptySyncStep2, noticeMessage } from './messages'
import type { Room } from './room'
import type { Resumption } from './room-content'
import { covers, decodeStateVector } from './state-vector'

/** How often a socket may ask for everything again. SPEC P9. */
const FULL_SYNC_EVERY_MS = 10_000

/** Hands the room's content to one socket. SPEC P6, P8, P9. */
export class ContentSync {
  private complete = false
  private lastFull = -Infinity
  private end = 0

  constructor(
    private readonly connection: Connection,
    private readonly room: Room,
    private readonly limits: Limits,
    private readonly resumption: Resumption,
  ) {}

  /** The socket has had everything, and gets updates since. */
  get isComplete(): boolean {
    return this.complete
  }

  /** Answers a SyncStep1. Says whether the content went out, or that the question cannot be read. */
  answer(stateVector: Uint8Array): 'sent' | 'nothing new' | 'malformed' {
    if (stateVector.byteLength > this.limits.stateVectorBytes) return 'malformed'
    let known: Map<number, number>
    try {
      known = decodeStateVector(stateVector)
    } catch {
      return 'malformed'
    }
    const { room, connection } = this
    if (this.complete && covers(known, room.content.stateVector)) {
      connection.send([emptySyncStep2])
      return 'nothing new'
    }
    const now = performance.now()
    if (now - this.lastFull < FULL_SYNC_EVERY_MS) return 'nothing new'
    this.lastFull = now
    // Those are in the content: sent afterwards, they would come twice.
    room.sendWaitingUpdates()
    const content = room.content.messages(this.complete ? 'everything' : this.resumption)
    connection.send([...content, emptySyncStep2])
    this.end = connection.handedOver()
    this.complete = true
    connection.send([noticeMessage({ kind: 'position', position: room.content.position() })])
    return 'sent'
  }

  /** Bytes of it that have not left yet: nobody is too slow for being new. */
  unsent(): number {
    const left = this.connection.handedOver() - this.connection.backlog()
    return Math.max(0, this.end - left)
  }
}
