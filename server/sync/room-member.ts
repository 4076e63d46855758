import type { RoomRight } from '../../app/sync/session'
import type { Admission, RoomIdentity, RoomRequest } from './authorise'
import type { Connection, ConnectionEnd } from './connection'
import { ContentSync } from './content-sync'
import { CountedConnection } from './counted-connection'
import { IncomingUpdates } from './incoming-updates'
import { noticeMessage, readMessage, syncStep1Message, type Incoming, type Message, type Notice } from './messages'
import { Pace, type PacedMessage } from './pace'
import type { Present } from './presence'
import { ReadingGate } from './reading-gate'
import type { Room } from './room'
import type { Resumption } from './room-content'
import { encodeStateVector } from './state-vector'
import type { SyncServices } from './sync-services'
import type { Turn } from './turn'

export interface MemberOptions {
  connection: Connection
  request: RoomRequest
  admission: Extract<Admission, { outcome: 'admitted' }>
  room: Room
  /** What the client says it has already, checked against the room. */
  resumption: Resumption
}

let members = 0

/** One socket in a room: what it sends, what it is sent, and what it may do. */
export class RoomMember implements Present {
  /** Of all that this server has let in. */
  readonly number = (members += 1)
  readonly room: Room
  readonly connection: Connection
  readonly request: RoomRequest
  identity: RoomIdentity
  sessionExpiresAt: number | undefined
  /** Pings since the last sign of life. */
  missedPings = 0
  private roomRight: RoomRight
  private rightLostAt = -Infinity
  private isBound = false
  private hasLeft = false
  private stopped = false
  private malformed = 0
  private readonly content: ContentSync
  private readonly gate: ReadingGate
  private readonly pace: Pace
  private readonly updates: IncomingUpdates
  private rateTimer: NodeJS.Timeout | undefined
  private onLeft: (() => void) | undefined

  constructor(
    options: MemberOptions,
    private readonly services: SyncServices,
  ) {
    const { request, admission, room } = options
    const connection = new CountedConnection(options.connection, services.metrics)
    this.room = room
    this.connection = connection
    this.request = request
    this.identity = admission.identity
    this.roomRight = admission.right
    this.sessionExpiresAt = admission.sessionExpiresAt
    this.content = new ContentSync(connection, room, services.limits, options.resumption)
    this.gate = new ReadingGate(connection)
    this.pace = new Pace(services.limits, performance.now())
    this.updates = new IncomingUpdates(this, this.gate, services)
  }

  /** Enters the room. SPEC P5. */
  enter(): void {
    this.room.join(this)
    this.services.attendance.came(this)
    this.connection.listen({
      message: (data) => this.receive(data),
      unreadable: () => this.countMalformed(),
      heard: () => {
        this.missedPings = 0
      },
      control: () => this.count(0, 'other', performance.now()),
      closed: (end) => this.left(end),
    })
    this.notify({ kind: 'right', right: this.right })
    this.notify({ kind: 'epoch', epoch: this.room.content.epoch })
    this.notify({ kind: 'you', participant: this.room.presence.wordFor(this) })
    for (const notice of this.room.standingNotices()) this.notify(notice)
    this.connection.send([this.room.presence.everybody()])
  }

  /** Nobody may write in a room that has lost something. */
  get right(): RoomRight {
    return this.room.content.damage ? 'see' : this.roomRight
  }

  /** They may change what is here, or suggest it. */
  get mayWrite(): boolean {
    return this.right === 'edit' || (this.right === 'comment' && this.room.takesSuggestions)
  }

  get closed(): boolean {
    return this.hasLeft
  }

  /** It has had its first sync, and gets updates since. */
  get isSynced(): boolean {
    return this.content.isComplete
  }

  /** It holds back its messages at our wish, so it cannot answer a ping. */
  get isHeld(): boolean {
    return this.gate.held
  }

  /** Losing the right was a moment ago: the browser may not have heard of it yet. */
  get hasJustLostRight(): boolean {
    return performance.now() - this.rightLostAt < this.services.limits.downgradeGrace
  }

  /** A step that allows nothing has begun a moment ago: what was written before is still on its way. SPEC R46. */
  get takesWhatIsOnItsWay(): boolean {
    return this.isBound && performance.now() - this.rightLostAt < this.services.limits.ruleGrace
  }

  changeAdmission({ identity, right, isBound = false, sessionExpiresAt }: Extract<Admission, { outcome: 'admitted' }>): void {
    const shownAnew =
      identity.name !== this.identity.name ||
      identity.organisation !== this.identity.organisation ||
      identity.organisationType !== this.identity.organisationType ||
      identity.leads !== this.identity.leads
    this.identity = identity
    this.sessionExpiresAt = sessionExpiresAt
    if (shownAnew) this.room.presence.renew(this)
    if (right === this.roomRight) return
    if (this.roomRight === 'edit') this.rightLostAt = performance.now()
    this.isBound = isBound
    this.roomRight = right
    this.notify({ kind: 'right', right: this.right })
    if (this.isSynced && this.mayWrite) this.askForMissing()
  }

  notify(notice: Notice): void {
    this.connection.send([noticeMessage(notice)])
  }

  /** What the room sends, but for its own messages, which stand at these indices. SPEC R15, R19. */
  deliver(turn: Turn, own: readonly number[]): void {
    if (this.hasLeft) return
    if (!this.isSynced) {
      if (turn.states) this.deliverAwareness(turn.states)
    } else if (this.connection.backlog() > this.services.limits.closeBacklog + this.content.unsent()) {
      this.close(4513, 'too-slow')
    } else {
      const left = turn.states && !this.takesAwareness ? [...own, turn.messages.length - 1] : own
      if (left.length < turn.messages.length) this.connection.sendTurn(turn, left)
    }
  }

  /** Where others are: left out for a socket that is behind, which loses nothing by it. */
  deliverAwareness(message: Message): void {
    if (this.takesAwareness) this.connection.send([message])
  }

  private get takesAwareness(): boolean {
    return !this.hasLeft && this.connection.backlog() <= this.services.limits.skipAwarenessBacklog
  }

  /** The log is on disk up to there. Says whether it still waits for more. */
  committed(sequence: number): boolean {
    this.connection.send(this.updates.dueReceipts(sequence))
    return this.updates.waitsForReceipts
  }

  /** SPEC P7: what the client has and the room lacks. */
  askForMissing(): void {
    this.connection.send([syncStep1Message(encodeStateVector(this.room.content.stateVector))])
  }

  /** The room can grow again: what was refused is asked for. */
  roomFits(): void {
    if (this.isSynced && this.mayWrite && this.updates.forgetFull()) this.askForMissing()
  }

  /** Says why, and ends it. */
  close(code: number, reason: string): void {
    if (this.hasLeft) return
    this.notify({ kind: 'closing', code, reason })
    this.services.log.info('sync.closed', { room: this.room.name, code, reason })
    this.connection.close(code, reason)
    this.left('lost')
  }

  /** Nothing is taken any more, though what is on its way to the disk is still answered for. */
  stopReading(): void {
    this.stopped = true
    this.gate.hold('restart')
  }

  /** The server goes down for a moment. Resolves when the other end has hung up too. */
  hangUp(): Promise<void> {
    return new Promise((resolve) => {
      this.onLeft = resolve
      this.connection.close(1012, 'restarting')
    })
  }

  private left(end: ConnectionEnd): void {
    this.onLeft?.()
    if (this.hasLeft) return
    this.hasLeft = true
    this.services.attendance.went(this, end)
    clearTimeout(this.rateTimer)
    this.updates.stop()
    this.room.leave(this)
    this.services.members.delete(this)
  }

  private receive(data: Uint8Array): void {
    if (this.hasLeft || this.stopped || this.updates.keepForLater(data)) return
    this.handle(data)
  }

  /** What was kept while a large update was looked into comes here afterwards. */
  handle(data: Uint8Array): void {
    const incoming = readMessage(data)
    const now = performance.now()
    this.count(data.byteLength, pacedAs(incoming.type), now)
    switch (incoming.type) {
      case 'sync-step-1':
        return this.answer(incoming.stateVector)
      case 'update':
        return this.updates.take(incoming.update, incoming.answer)
      case 'awareness':
        return this.takeAwareness(incoming.update, now)
      case 'query-awareness':
        return this.pace.awarenessAllowed(now) ? this.deliverAwareness(this.room.presence.everybody()) : undefined
      case 'unreadable':
        return this.countMalformed()
    }
  }

  /** SPEC R13. */
  private count(bytes: number, kind: PacedMessage, now: number): void {
    if (this.hasLeft) return
    const wait = this.pace.received(bytes, kind, now)
    if (wait === 0) return
    if (this.pace.isTooFastForLong(now)) return this.close(4529, 'too-fast')
    this.gate.hold('rate')
    // A piece of 64 kB may hold thousands of messages: not a timer for each.
    this.rateTimer ??= setTimeout(() => this.readOn(), wait)
  }

  private readOn(): void {
    const wait = this.pace.debt(performance.now())
    this.rateTimer = wait > 0 ? setTimeout(() => this.readOn(), wait) : undefined
    if (wait === 0) this.gate.release('rate')
  }

  private takeAwareness(update: Uint8Array, now: number): void {
    if (update.byteLength > this.services.limits.awarenessBytes) return
    try {
      this.room.presence.take(this, update, () => this.pace.awarenessAllowed(now))
      this.services.attendance.told(this, this.room.presence.saysUnsaved(this))
    } catch {
      this.countMalformed()
    }
  }

  private answer(stateVector: Uint8Array): void {
    const outcome = this.content.answer(stateVector)
    if (outcome === 'malformed') this.countMalformed()
    else if (outcome === 'sent' && this.mayWrite) this.askForMissing()
  }

  private countMalformed(): void {
    if (this.hasLeft) return
    this.malformed += 1
    if (this.malformed >= this.services.limits.malformedMessages) this.close(4400, 'malformed')
  }
}

function pacedAs(type: Incoming['type']): PacedMessage {
  return type === 'update' || type === 'awareness' ? type : 'other'
}
