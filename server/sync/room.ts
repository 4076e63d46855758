import type { LiveContent } from '../../app/load-context'
import { readRoomName, type RoomName } from '../../app/sync/room-name'
import { Compactor } from './compactor'
import { noticeMessage, type Message, type Notice, type UpdateRefusal } from './messages'
import type { RoomWatch } from './rules/room-watch'
import { Presence } from './presence'
import { RoomContent, newPartOf, type SoundVerdict } from './room-content'
import type { RoomMember } from './room-member'
import type { StoredDocument } from '../persistence/document-store'
import type { SyncServices } from './sync-services'
import { Turn } from './turn'

/** The disk did not take a change in time. It may still do so later. */
export class CannotSave extends Error {
  override name = 'CannotSave'
}

interface DiskWait {
  sequence: number
  resolve(): void
}

/** One live document: its bytes, its order, and who is in it. */
export class Room {
  readonly content: RoomContent
  /** What is said about an artefact: everything in it is judged. SPEC R50. */
  readonly holdsRemarks: boolean
  readonly presence: Presence
  readonly members = new Set<RoomMember>()
  readonly compactor: Compactor
  /** Work of the server's own that needs the room in memory. */
  uses = 0
  /** Monotonic milliseconds. */
  emptySince = performance.now()
  /** What was last read of it; good as long as nothing has come after. */
  reading: { kind: string; sequence: number; content: Promise<LiveContent> } | undefined
  /** Looks at what is written here, while rules finer than the room bind those who write. */
  watch: RoomWatch | undefined
  /** Whether those with the right to comment write here, as what they suggest. */
  takesSuggestions = false
  /** Since when the oldest in the outbox waits. */
  private outboxSince = 0
  private outbox: { message: Message; from: RoomMember | undefined }[] = []
  /** Those with a receipt to come: the others need not be asked after each commit. */
  private readonly waitingForDisk = new Set<RoomMember>()
  private flushing: NodeJS.Immediate | undefined
  private waits: DiskWait[] = []
  private isLarge = false
  /** The smallest update for which there was no room; undefined while everything fits. */
  private noRoomFor: number | undefined
  private cannotSave = false
  private announcedPosition = -1
  /** It has left memory, or is about to for good: what was offered to it now would be lost. */
  private over = false
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    readonly name: RoomName,
    stored: StoredDocument,
    private readonly services: SyncServices,
  ) {
    this.content = new RoomContent(stored)
    this.holdsRemarks = ['remarks', 'internal'].includes(readRoomName(name)?.of ?? '')
    this.presence = new Presence(
      services.limits,
      (message) => this.members.forEach((member) => member.deliverAwareness(message)),
      () => this.members.size,
    )
    this.compactor = new Compactor(this.name, this.content, services, () => this.afterCompaction())
    this.isLarge = this.content.bytes > services.limits.documentLargeBytes
    this.cannotSave = services.committer.failing
  }

  /** Something of it is not on disk. */
  get isUnsaved(): boolean {
    return this.content.committed < this.content.sequence
  }

  join(member: RoomMember): void {
    this.members.add(member)
  }

  leave(member: RoomMember): void {
    this.members.delete(member)
    this.waitingForDisk.delete(member)
    this.presence.leave(member)
    if (this.members.size === 0) this.emptySince = performance.now()
  }

  /** What a newcomer has to know besides the content. */
  standingNotices(): Notice[] {
    const { content, services } = this
    const news = services.told.get(this.name)
    const size = { bytes: content.bytes, limit: this.fullBytes }
    return [
      ...(content.damage ? [{ kind: 'damaged' as const }] : []),
      ...(this.cannotSave ? [{ kind: 'cannot-save' as const }] : []),
      ...(this.isFull ? [{ kind: 'document-full' as const, ...size }] : []),
      ...(this.isLarge && !this.isFull ? [{ kind: 'document-large' as const, ...size }] : []),
      ...(news ? [news()] : []),
    ]
  }

  /**
   * The one door for updates, whoever made them. Takes an update that was found sound, puts it after all others,
   * and sends it on. Returns up to which sequence the log must be on disk for the update to be saved; or why not.
   */
  offer(update: Uint8Array, verdict: SoundVerdict, author: string, from?: RoomMember): number | UpdateRefusal {
    const { content, services } = this
    if (content.damage) return 'damaged'
    if (this.over) return 'read-only'
    const grows = content.addsStructs(verdict)
    const deletions = content.newDeletions(verdict)
    if (!grows && deletions.length === 0) return content.sequence
    if (grows && content.clientsWith(verdict) > services.limits.documentClients) return 'document-full'
    const kept = newPartOf(update, verdict, deletions)
    // The server must be able to say in a full draft what has been shown.
    const most = from ? this.fullBytes : services.limits.documentFullBytes
    if (grows && content.bytes + kept.byteLength > most) {
      this.becomeFull(kept.byteLength)
      return 'document-full'
    }
    const entry = content.append(kept, verdict)
    this.watch?.took(entry, from)
    services.committer.append({ ...entry, document: this.name, at: Date.now(), author })
    if (this.outbox.length === 0) this.outboxSince = performance.now()
    this.outbox.push({ message: entry.message, from })
    this.flushing ??= setImmediate(() => this.sendWaitingUpdates())
    this.considerSize()
    return entry.sequence
  }

  /** Whether an update brings what the room does not have. */
  hasNewsIn(verdict: SoundVerdict): boolean {
    return this.content.addsStructs(verdict) || this.content.newDeletions(verdict).length > 0
  }

  /** SPEC R15, R18: everything that was accepted in a turn goes out together, and with it who is where, if nearly due. */
  sendWaitingUpdates(): void {
    clearImmediate(this.flushing)
    this.flushing = undefined
    if (this.outbox.length === 0) return
    const { outbox } = this
    this.outbox = []
    const updates = outbox.map(({ message }) => message)
    const turn = new Turn(updates, this.presence.takeNearlyDue())
    const own = indicesOf(outbox)
    for (const member of this.members) member.deliver(turn, own.get(member) ?? nothing)
    this.services.metrics.fannedOut(performance.now() - this.outboxSince)
  }

  /** Someone has sent what is not on disk yet. */
  waitForDisk(member: RoomMember): void {
    this.waitingForDisk.add(member)
  }

  /** The log of this room is on disk up to there. */
  committed(sequence: number): void {
    this.content.committed = sequence
    for (const member of this.waitingForDisk) if (!member.committed(sequence)) this.waitingForDisk.delete(member)
    const due = this.waits.filter((wait) => wait.sequence <= sequence)
    this.waits = this.waits.filter((wait) => wait.sequence > sequence)
    for (const { resolve } of due) resolve()
    this.keepSmall()
  }

  /** Compacts when it is time. */
  keepSmall(): void {
    this.compactor.consider(this.isFull)
  }

  /** Resolves when the log is on disk up to there. @throws CannotSave */
  async onDisk(sequence: number): Promise<void> {
    if (sequence <= this.content.committed) return
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new CannotSave(`${this.name} could not be saved in time`)),
        this.services.limits.ownChangeWithin,
      )
      this.waits.push({
        sequence,
        resolve: () => {
          clearTimeout(limit)
          resolve()
        },
      })
    })
  }

  /** The server's own changes to one room run one after the other. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work)
    this.last = result.catch(() => undefined)
    return result
  }

  /** To everybody, made once for all of them. */
  announce(notice: Notice): void {
    const message = noticeMessage(notice)
    for (const member of this.members) member.connection.send([message])
  }

  diskFails(fails: boolean): void {
    if (this.cannotSave === fails) return
    this.cannotSave = fails
    this.announce({ kind: fails ? 'cannot-save' : 'saved-again' })
  }

  /** SPEC P13, P12 `position`. */
  beat(): void {
    this.sendWaitingUpdates()
    const everybody = this.presence.everybody()
    const { committed } = this.content
    const moved = committed !== this.announcedPosition
    this.announcedPosition = committed
    for (const member of this.members) {
      member.deliverAwareness(everybody)
      if (moved && member.isSynced) member.notify({ kind: 'position', position: this.content.position() })
    }
  }

  /** Its history is about to be erased: nothing is taken any more. Resolves when what was taken is on disk. */
  async endForGood(): Promise<void> {
    this.over = true
    await this.onDisk(this.content.sequence)
    this.compactor.close()
    await this.compactor.finished
  }

  close(): void {
    this.over = true
    clearImmediate(this.flushing)
    this.presence.close()
    this.compactor.close()
  }

  private considerSize(): void {
    const { documentLargeBytes } = this.services.limits
    const { bytes } = this.content
    const large = bytes > documentLargeBytes
    if (large && !this.isLarge) this.announce({ kind: 'document-large', bytes, limit: this.fullBytes })
    this.isLarge = large
  }

  private get fullBytes(): number {
    const { draftFullBytes, remarksFullBytes, documentFullBytes } = this.services.limits
    switch (readRoomName(this.name)?.of) {
      case 'draft':
        return draftFullBytes
      case 'remarks':
      case 'internal':
        return remarksFullBytes
      default:
        return documentFullBytes
    }
  }

  private get isFull(): boolean {
    return this.noRoomFor !== undefined
  }

  private becomeFull(refusedBytes: number): void {
    const wasFull = this.isFull
    this.noRoomFor = Math.min(this.noRoomFor ?? Infinity, refusedBytes)
    if (!wasFull) {
      const { bytes } = this.content
      this.announce({ kind: 'document-full', bytes, limit: this.fullBytes })
      this.services.log.warn('sync.document-full', { room: this.name, bytes })
    }
    this.keepSmall()
  }

  private afterCompaction(): void {
    this.considerSize()
    // What was written while it ran has been considered in vain.
    if (this.noRoomFor === undefined) return this.keepSmall()
    // What was deleted meanwhile makes room in the next.
    if (this.content.bytes + this.noRoomFor > this.fullBytes) return this.keepSmall()
    this.noRoomFor = undefined
    this.announce({ kind: 'document-fits' })
    for (const member of this.members) member.roomFits()
  }
}

const nothing: readonly number[] = []

/** Which of them each sender sent. */
function indicesOf(outbox: readonly { from: RoomMember | undefined }[]): Map<RoomMember | undefined, number[]> {
  const indices = new Map<RoomMember | undefined, number[]>()
  outbox.forEach(({ from }, index) => {
    const known = indices.get(from)
    if (known) known.push(index)
    else indices.set(from, [index])
  })
  return indices
}
