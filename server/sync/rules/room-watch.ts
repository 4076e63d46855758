import { offerOwn } from '../own-changes'
import type { Room } from '../room'
import type { TailEntry } from '../room-content'
import type { RoomMember } from '../room-member'
import type { SyncServices } from '../sync-services'
import type { Binding } from './binding'
import type { Governed, Judgement, WatchReply, WatchRequest } from './watch-messages'

/** Whose things are whose, as far as it is remembered: more than a board holds. */
const MOST_OWNERS = 20_000

/** An update that the worker has not looked at, as far as is known. */
interface Unjudged {
  sequence: number
  update: Uint8Array
  by: Governed | null
  brokeIt: boolean
}

/** A room while rules bind those who write in it: what the worker is told, and what is done with its answers. */
export class RoomWatch {
  /** The last update that the worker has looked at, and those after it, in order. */
  private judgedUntil: number
  private unjudged: Unjudged[] = []
  /** Its last word: `away` while there is none, `coming` until the next one has opened the document. */
  private worker: 'here' | 'away' | 'coming' = 'here'
  private readonly waiters: (() => void)[] = []
  private waitingSince: number | undefined
  private attempts = 0
  private readonly trials = new Map<number, (stays: boolean) => void>()

  constructor(
    readonly room: Room,
    /** Tells this watching from an earlier one of the same room. */
    readonly watch: number,
    readonly binding: Binding,
    /** Item by item; lives as long as the room is in memory. */
    private readonly owners: Map<string, string>,
    private readonly services: SyncServices,
    private readonly tell: (request: WatchRequest) => void,
  ) {
    this.judgedUntil = room.content.judgedUntil = room.content.sequence
  }

  /** Begins, or goes on with another worker where the last one ended. */
  begin(): void {
    const { room, watch, owners, binding } = this
    if (this.worker === 'away') {
      this.worker = 'coming'
      this.waitingSince = performance.now()
    }
    const document = room.content.copyUntil(this.judgedUntil)
    this.tell({ do: 'open', watch, kind: binding.kind, document, owners: [...owners] })
    for (const one of this.unjudged) this.tellOf(one)
  }

  /** Nobody looks just now, and it is not known that somebody will. */
  get isAway(): boolean {
    return this.worker === 'away'
  }

  /** Whether what this one sends has to wait until somebody can look at it. SPEC R48. */
  holdsBack(member: RoomMember): boolean {
    return this.worker !== 'here' && this.binding.waitsForJudging(member)
  }

  /** Resolves when somebody looks again, or when this watching is over. */
  judging(): Promise<void> {
    if (this.worker === 'here') return Promise.resolve()
    return new Promise((resolve) => this.waiters.push(resolve))
  }

  /** The worker has the document open. */
  watching(): void {
    this.worker = 'here'
    this.waitingSince = this.unjudged.length > 0 ? performance.now() : undefined
    for (const resolve of this.waiters.splice(0)) resolve()
  }

  /** More has been learnt of who made what. */
  tellOwners(): void {
    if (!this.isAway) this.tell({ do: 'owners', watch: this.watch, owners: [...this.owners] })
  }

  /** What was written until now is still judged. */
  end(): void {
    this.room.content.judgedUntil = Infinity
    this.tell({ do: 'close', watch: this.watch })
    this.watching()
  }

  /** An update was put after all others, whoever sent it. */
  took({ sequence, update }: TailEntry, from: RoomMember | undefined): void {
    const one = { sequence, update, by: this.governed(from), brokeIt: false }
    this.unjudged.push(one)
    this.waitingSince ??= performance.now()
    if (!this.isAway) this.tellOf(one)
  }

  private tellOf({ update, ...one }: Unjudged): void {
    this.tell({ do: 'update', watch: this.watch, update: new Uint8Array(update), ...one })
  }

  /** Whether what this one did without a connection is tried before it is taken in. */
  triesFirst(member: RoomMember): boolean {
    return this.binding.triesFirst && this.governed(member) !== null
  }

  /**
   * Whether an update that holds what somebody did without a connection would stay as it is: it is tried on a copy. True
   * where that cannot be told.
   */
  wouldStay(update: Uint8Array, from: RoomMember): Promise<boolean> {
    const by = this.governed(from)
    if (!by || this.isAway) return Promise.resolve(true)
    this.attempts += 1
    const attempt = this.attempts
    return new Promise((resolve) => {
      const limit = setTimeout(() => this.tried(attempt, true), this.services.limits.unjudgedFor)
      this.trials.set(attempt, (stays) => {
        clearTimeout(limit)
        resolve(stays)
      })
      this.tell({ do: 'try', watch: this.watch, attempt, update, by })
    })
  }

  tried(attempt: number, stays: boolean): void {
    this.trials.get(attempt)?.(stays)
    this.trials.delete(attempt)
  }

  /**
   * The worker has ended: nothing that it was asked will be answered. What it had not looked at is looked at by the next.
   * @param lookedAt up to which update it was looking at when it ended, where it was this room's.
   */
  abandoned(lookedAt: number | undefined): void {
    this.worker = 'away'
    for (const one of this.unjudged) if (lookedAt !== undefined && one.sequence <= lookedAt) one.brokeIt = true
    for (const attempt of [...this.trials.keys()]) this.tried(attempt, true)
  }

  /** Updates that the worker has not looked at, and for how long the oldest of them has waited, in ms. */
  get backlog(): { updates: number; waiting: number } {
    const waiting = this.waitingSince === undefined || this.isAway ? 0 : performance.now() - this.waitingSince
    return { updates: this.unjudged.length, waiting }
  }

  heard(reply: Extract<WatchReply, { said: 'judged' | 'not-judged' }>): void {
    const { content } = this.room
    this.judgedUntil = reply.until
    if (content.judgedUntil < reply.until) content.judgedUntil = reply.until
    const next = this.unjudged.findIndex(({ sequence }) => sequence > reply.until)
    this.unjudged.splice(0, next < 0 ? this.unjudged.length : next)
    this.waitingSince = this.unjudged.length > 0 ? performance.now() : undefined
    const why = reply.said === 'not-judged' ? reply.why : reply.judgement?.failed
    if (why !== undefined) this.services.log.error('sync.rule-failed', new Error(why), { room: this.room.name })
    if (reply.said === 'judged' && reply.judgement) void this.carryOut(reply.judgement)
  }

  private governed(from: RoomMember | undefined): Governed | null {
    return from ? this.binding.governed(from) : null
  }

  private async carryOut({ participantKey, member, added, undone, update }: Judgement): Promise<void> {
    const { room, services } = this
    this.remember(added, participantKey)
    if (undone.length === 0 && !update) return
    room.uses += 1
    try {
      if (update) await offerOwn(room, update, services)
    } catch (error) {
      services.log.error('sync.not-taken-back', error, { room: room.name })
    } finally {
      room.uses -= 1
    }
    if (undone.length === 0) return
    for (const one of room.members) if (one.number === member) one.notify({ kind: 'undone', what: undone })
  }

  private remember(added: readonly string[], participantKey: string): void {
    for (const id of added) {
      if (this.owners.size < MOST_OWNERS) this.owners.set(id, participantKey)
    }
    const stepId = this.binding.authorsKeptFor()
    if (stepId === undefined || added.length === 0) return
    const authors = added.map((itemId) => ({ itemId, participantKey, stepId }))
    this.services.keepAuthors(this.room.name, authors)
  }
}
