import { inspectUpdate, type Verdict } from './inspect-update'
import { readMessage, type Message, type UpdateRefusal } from './messages'
import type { ReadingGate } from './reading-gate'
import { Receipts } from './receipts'
import type { RoomWatch } from './rules/room-watch'
import type { RoomMember } from './room-member'
import { encodeStateVector } from './state-vector'
import type { SyncServices } from './sync-services'

/** SyncSteps 2 with a gap, one after the other, before the client is given up. */
const MOST_GAPS = 3
const DISK_CHECK_MS = 100
/** Trying costs the worker a copy of the document: what comes sooner is taken, and looked at as everything is. */
const TRIAL_EVERY_MS = 5_000

/** The way of one socket's updates into the room, in the order of SPEC R8, and the receipts for them. */
export class IncomingUpdates {
  private readonly receipts: Receipts
  /** Messages that came while a large update of the same socket is looked into. */
  private kept: Uint8Array[] | undefined
  private gaps = 0
  /** The client has been asked what the room lacks, and has not answered yet. */
  private asked = false
  /** Something was refused because the document is full. */
  private full = false
  private diskTimer: NodeJS.Timeout | undefined
  private lastTrial = -Infinity

  constructor(
    private readonly member: RoomMember,
    private readonly gate: ReadingGate,
    private readonly services: SyncServices,
  ) {
    this.receipts = new Receipts((milliseconds) => services.metrics.receipt(milliseconds))
  }

  /** True when the message has to wait: for the one before it, or for somebody who looks at it. */
  keepForLater(data: Uint8Array): boolean {
    if (!this.kept && this.waitsForJudging && holdsSomething(data)) void this.waitForJudging()
    if (!this.kept) return false
    this.kept.push(new Uint8Array(data))
    return true
  }

  take(update: Uint8Array, answer: boolean): void {
    const { limits } = this.services
    if (answer) this.asked = false
    if (update.byteLength > limits.updateBytes) {
      this.refuse('too-large')
      this.member.close(4413, 'too-large')
    } else if (!this.mayWrite || (this.mayOnlySuggest && update.byteLength > limits.suggestionBytes)) this.takeWithoutRight(update)
    else if (update.byteLength > limits.inspectHereBytes) void this.inspectElsewhere(new Uint8Array(update), answer)
    else this.settle(update, inspectUpdate(update, this.member.room.content.stateVector), answer)
  }

  dueReceipts(committed: number): Message[] {
    return this.receipts.due(committed)
  }

  get waitsForReceipts(): boolean {
    return this.receipts.isWaiting
  }

  /** Whether something was refused for want of room, until now. */
  forgetFull(): boolean {
    const { full } = this
    this.full = false
    return full
  }

  stop(): void {
    this.kept = undefined
    clearInterval(this.diskTimer)
  }

  private takeWithoutRight(update: Uint8Array): void {
    const { member } = this
    if (isNothing(update)) return this.accept(member.room.content.sequence)
    if (member.room.content.damage) return this.refuse('damaged')
    if (member.mayWrite) return this.refuse('not-allowed')
    this.refuse('read-only')
    this.services.refusals.note('sync.update-refused', 'read-only', { room: member.room.name })
    if (member.hasJustLostRight) return
    this.services.audit({ room: member.room.name, identity: member.identity, reason: 'read-only' })
    member.close(4403, 'read-only')
  }

  private async inspectElsewhere(update: Uint8Array, answer: boolean): Promise<void> {
    const { member } = this
    this.kept = []
    this.gate.hold('inspection')
    const stateVector = encodeStateVector(member.room.content.stateVector)
    const verdict = await this.services.workers.run('inspect', { update, stateVector }).catch((): Verdict => {
      // It brought a worker down or kept it for a minute: nobody else shall have it.
      return { sound: false, reason: 'malformed' }
    })
    if (this.waitsForJudging) await member.room.watch?.judging()
    if (member.closed) return
    if (!this.mayWrite) this.takeWithoutRight(update)
    else if (this.settle(update, verdict, answer) === 'tried-first') return
    this.handleKept()
  }

  /** SPEC R48. Whatever else comes by this socket waits behind it. */
  private async waitForJudging(): Promise<void> {
    this.kept = []
    this.gate.hold('inspection')
    await this.member.room.watch?.judging()
    if (!this.member.closed) this.handleKept()
  }

  private get waitsForJudging(): boolean {
    return this.member.room.watch?.holdsBack(this.member) ?? false
  }

  private handleKept(): void {
    const { kept } = this
    // Its sender was closed for what it was: nothing was kept.
    if (!kept) return
    this.kept = undefined
    for (const [index, data] of kept.entries()) {
      if (this.member.closed) return
      this.member.handle(data)
      // Another large one: the rest waits again, behind it.
      if (this.isWaiting()) {
        this.kept = kept.slice(index + 1)
        return
      }
    }
    this.gate.release('inspection')
  }

  private isWaiting(): boolean {
    return this.kept !== undefined
  }

  private get mayWrite(): boolean {
    const { room, mayWrite } = this.member
    // Nothing is taken of remarks, nor from who may only suggest, that nobody looks at.
    const isToBeJudged = this.mayOnlySuggest || room.holdsRemarks
    return !isToBeJudged || (mayWrite && room.watch !== undefined)
  }

  private get mayOnlySuggest(): boolean {
    return this.member.right !== 'edit' && !this.member.takesWhatIsOnItsWay
  }

  private settle(update: Uint8Array, verdict: Verdict, answer: boolean): 'settled' | 'tried-first' {
    const { room } = this.member
    // What somebody did without a connection is kept as a proposal rather than taken in and taken back. SPEC R49.
    const isTried = answer && verdict.sound && performance.now() - this.lastTrial > TRIAL_EVERY_MS
    if (isTried && room.watch?.triesFirst(this.member) && room.hasNewsIn(verdict)) {
      void this.tryFirst(new Uint8Array(update), room.watch)
      return 'tried-first'
    }
    this.offer(update, verdict, answer)
    return 'settled'
  }

  private async tryFirst(update: Uint8Array, watch: RoomWatch): Promise<void> {
    const { member } = this
    this.lastTrial = performance.now()
    this.kept ??= []
    this.gate.hold('inspection')
    const stays = await watch.wouldStay(update, member)
    if (this.waitsForJudging) await watch.judging()
    if (member.closed) return
    if (!this.mayWrite) this.takeWithoutRight(update)
    else if (stays) this.offer(update, inspectUpdate(update, member.room.content.stateVector), true)
    else this.refuse('not-allowed')
    this.handleKept()
  }

  private offer(update: Uint8Array, verdict: Verdict, answer: boolean): void {
    const { room, identity } = this.member
    const offered = verdict.sound ? room.offer(update, verdict, identity.participantKey, this.member) : verdict.reason
    if (typeof offered === 'number') {
      this.gaps = 0
      return this.accept(offered)
    }
    if (offered === 'gap') return this.refuseGap(answer)
    this.refuse(offered)
    if (offered === 'document-full') this.full = true
    if (offered === 'malformed' || offered === 'unknown-root') {
      const { participantKey } = identity
      this.services.refusals.note('sync.update-refused', offered, { room: room.name, participantKey })
      this.services.audit({ room: room.name, identity, reason: offered })
      this.member.close(4400, 'malformed')
    }
  }

  /** SPEC R10. What follows a refused update has a gap itself, until the client has answered. */
  private refuseGap(answer: boolean): void {
    this.refuse(this.full ? 'document-full' : 'gap')
    if (this.full || this.asked) return
    if (answer) this.gaps += 1
    if (this.gaps >= MOST_GAPS) return this.member.close(4400, 'malformed')
    this.services.refusals.note('sync.gap', answer ? 'answer' : 'edit', { room: this.member.room.name })
    this.asked = true
    this.member.askForMissing()
  }

  private accept(sequence: number): void {
    this.receipts.expect(sequence)
    this.sendReceipts()
    this.holdWhileDiskIsBehind()
  }

  private refuse(reason: UpdateRefusal): void {
    this.receipts.refuse()
    this.services.metrics.updateRefused(reason)
    this.member.notify({ kind: 'refused', reason })
    this.sendReceipts()
  }

  private sendReceipts(): void {
    const { room, connection } = this.member
    connection.send(this.receipts.due(room.content.committed))
    if (this.receipts.isWaiting) room.waitForDisk(this.member)
  }

  private holdWhileDiskIsBehind(): void {
    const { committer, limits } = this.services
    if (this.diskTimer || committer.backlog <= limits.uncommittedBytes) return
    this.gate.hold('disk')
    this.diskTimer = setInterval(() => {
      if (committer.backlog > limits.uncommittedBytes / 2) return
      clearInterval(this.diskTimer)
      this.diskTimer = undefined
      this.gate.release('disk')
    }, DISK_CHECK_MS)
  }
}

/** Whether a message brings edits. */
function holdsSomething(data: Uint8Array): boolean {
  const message = readMessage(data)
  return message.type === 'update' && !isNothing(message.update)
}

/** No structs and no deletions. */
function isNothing(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0
}
