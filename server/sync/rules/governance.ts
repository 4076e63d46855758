import type { RoomRules } from '../../../app/load-context'
import { readRoomName, type RoomName } from '../../../app/sync/room-name'
import type { Room } from '../room'
import type { SyncServices } from '../sync-services'
import { needWatching } from '../../../app/workshops/model/rule-for'
import { ArtefactRules, remarksBinding, type Binding } from './binding'
import { RoomWatch } from './room-watch'
import type { WatchReply } from './watch-messages'
import { WatchingWorker } from './watching-worker'

const CHECK_EVERY_MS = 1_000
const MOST_PAUSE_MS = 30_000
const FAILURES_FORGOTTEN_MS = 60_000

/** What the rules of one room are known to be. */
interface Known {
  rules: RoomRules | null
  owners: Map<string, string>
}

/**
 * Rules finer than a room: which rooms have some, and that these are watched. A room without rules pays nothing.
 * SPEC R45–R48.
 */
export class Governance {
  private readonly known = new WeakMap<Room, Promise<Known>>()
  private readonly watched = new Map<Room, RoomWatch>()
  /** By number, also those that end and whose last updates are still to be judged. */
  private readonly watches = new Map<number, RoomWatch>()
  private readonly worker: WatchingWorker
  private readonly checking: NodeJS.Timeout
  private nextWatch = 1
  /** What the worker looks at just now. */
  private looking: { watch: number; until: number } | undefined
  private failures: number[] = []
  private closed = false

  constructor(
    workersDirectory: string,
    private readonly services: SyncServices,
  ) {
    this.worker = new WatchingWorker(workersDirectory, {
      said: (reply) => this.heard(reply),
      ended: (why) => this.workerEnded(why),
    })
    this.checking = setInterval(() => this.check(), CHECK_EVERY_MS)
    this.checking.unref()
  }

  /** Before somebody gets in: what binds them is known, and watched. Rejects when the rules cannot be looked up. */
  async prepare(room: Room): Promise<void> {
    const known = this.known.get(room)
    if (known) await known
    else await this.lookUp(room)
  }

  /** They have changed: everybody is bound by the new ones when this resolves. */
  async changed(room: Room): Promise<void> {
    if (this.known.has(room)) await this.lookUp(room)
  }

  /** The room leaves memory. */
  forget(room: Room): void {
    this.known.delete(room)
    this.end(room)
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.checking)
    this.watched.clear()
    await this.worker.close()
  }

  private async lookUp(room: Room): Promise<void> {
    const before = this.known.get(room)
    const asked = this.ask(room.name, before)
    this.known.set(room, asked)
    try {
      const { rules, owners } = await asked
      const known = await before?.catch(() => undefined)
      // Another question was asked meanwhile: its answer counts.
      if (this.known.get(room) === asked && !this.closed) this.follow(room, rules, known ? known.rules : rules, owners)
      else await this.known.get(room)
    } catch (error) {
      if (this.known.get(room) === asked) {
        if (before) this.known.set(room, before)
        else this.known.delete(room)
      }
      throw error
    }
  }

  private async ask(name: RoomName, before: Promise<Known> | undefined): Promise<Known> {
    const room = readRoomName(name)
    const owners = (await before?.catch(() => undefined))?.owners ?? new Map<string, string>()
    if (room?.of !== 'artefact') return { rules: null, owners }
    const rules = await this.services.rulesOf(room.artefactId)
    if (rules && needWatching(rules)) {
      for (const [itemId, owner] of await this.services.authorsOf(room.artefactId)) owners.set(itemId, owner)
    }
    return { rules, owners }
  }

  private follow(room: Room, rules: RoomRules | null, before: RoomRules | null, owners: Map<string, string>): void {
    if (room.holdsRemarks) return this.followRemarks(room, owners)
    room.takesSuggestions = rules?.suggesting !== undefined && needWatching(rules)
    const needed = rules && needWatching(rules) && !room.content.damage
    const watch = this.watched.get(room)
    if (!needed) this.endLater(room, rules)
    else if (watch && rulesOf(watch)?.rules.kind === rules.kind) this.followOther(watch, rules)
    else this.begin(room, new ArtefactRules(rules, before, this.services.limits.ruleGrace), owners)
  }

  /** Always watched, from before the first is let in. SPEC R50. */
  private followRemarks(room: Room, owners: Map<string, string>): void {
    if (!this.watched.has(room) && !room.content.damage) this.begin(room, remarksBinding, owners)
  }

  private followOther(watch: RoomWatch, rules: RoomRules): void {
    rulesOf(watch)?.follow(rules)
    watch.tellOwners()
  }

  private begin(room: Room, binding: Binding, owners: Map<string, string>): void {
    const { bytes } = room.content
    if (bytes > this.services.limits.watchedBytes) {
      this.services.log.warn('sync.too-large-to-watch', { room: room.name, bytes })
      return
    }
    const watch = new RoomWatch(room, this.nextWatch, binding, owners, this.services, (request) => this.worker.tell(request))
    this.nextWatch += 1
    this.watched.set(room, watch)
    this.start(watch)
  }

  private start(watch: RoomWatch): void {
    this.watches.set(watch.watch, watch)
    watch.room.watch = watch
    watch.begin()
  }

  /** Where a step that allows nothing has begun, what is on its way is still judged by the rules of before. */
  private endLater(room: Room, rules: RoomRules | null): void {
    const watch = this.watched.get(room)
    if (!watch || !rules) return this.end(room)
    this.followOther(watch, rules)
    setTimeout(() => {
      if (this.watched.get(room) === watch && rulesOf(watch)?.rules === rules) this.end(room)
    }, this.services.limits.ruleGrace).unref()
  }

  private end(room: Room): void {
    const watch = this.watched.get(room)
    // What the worker that ended had not looked at is looked at before the end.
    if (watch?.isAway) this.start(watch)
    room.watch = undefined
    this.watched.delete(room)
    watch?.end()
  }

  private heard(reply: WatchReply): void {
    const watch = this.watches.get(reply.watch)
    if (!watch) return
    switch (reply.said) {
      case 'watching':
        return watch.watching()
      case 'looking':
        this.looking = reply
        return
      case 'judged':
      case 'not-judged':
        this.looking = undefined
        return watch.heard(reply)
      case 'tried':
        return watch.tried(reply.attempt, reply.stays)
      case 'cannot-watch':
        this.services.log.warn('sync.cannot-watch', { room: watch.room.name, cause: reply.why })
        return this.end(watch.room)
      case 'closed':
        this.watches.delete(reply.watch)
        if (this.watches.size === 0) void this.worker.close()
    }
  }

  /** What it had not looked at, and what comes meanwhile, is looked at by the next, but for what ended it. SPEC R48. */
  private workerEnded(why: string): void {
    this.services.log.error('sync.watching-ended', new Error(why), { rooms: this.watched.size })
    const { looking } = this
    this.looking = undefined
    for (const watch of this.watches.values()) watch.abandoned(looking?.watch === watch.watch ? looking.until : undefined)
    this.watches.clear()
    const now = performance.now()
    this.failures = [...this.failures.filter((at) => now - at < FAILURES_FORGOTTEN_MS), now]
    const wait = Math.min(this.services.limits.watchAgainAfter * 2 ** (this.failures.length - 1), MOST_PAUSE_MS)
    setTimeout(() => this.beginAgain(), wait).unref()
  }

  private beginAgain(): void {
    if (this.closed) return
    for (const watch of this.watched.values()) if (watch.isAway) this.start(watch)
  }

  private check(): void {
    const { unjudgedUpdates, unjudgedFor } = this.services.limits
    for (const watch of this.watches.values()) {
      const { updates, waiting } = watch.backlog
      if (updates <= unjudgedUpdates && waiting <= unjudgedFor) continue
      return this.worker.giveUp(`${updates} updates wait to be looked at, for ${Math.round(waiting)} ms`)
    }
  }
}

/** Undefined where it is not the rules of an artefact that bind. */
function rulesOf({ binding }: RoomWatch): ArtefactRules | undefined {
  return binding instanceof ArtefactRules ? binding : undefined
}
