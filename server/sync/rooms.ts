import { isRoomName, type RoomName } from '../../app/sync/room-name'
import { Room } from './room'
import type { SyncServices } from './sync-services'

/** The rooms in memory. SPEC R2, R27. */
export class Rooms {
  private readonly rooms = new Map<RoomName, Room>()
  private readonly opening = new Map<RoomName, Promise<Room>>()
  private readonly timers: NodeJS.Timeout[]
  private readonly damaged = new Set<string>()

  constructor(
    private readonly services: SyncServices,
    /** Told of each that leaves memory. */
    private readonly left: (room: Room) => void,
  ) {
    this.timers = [
      setInterval(() => this.sweep(), services.limits.sweepEvery),
      setInterval(() => this.rooms.forEach((room) => room.beat()), services.limits.beatEvery),
    ]
    for (const timer of this.timers) timer.unref()
  }

  /**
   * A room, read from the disk when it is not in memory. Kept in memory while `work` runs.
   * @throws when it cannot be read.
   */
  async use<Result>(name: RoomName, work: (room: Room) => Result | Promise<Result>): Promise<Result> {
    const room = this.rooms.get(name) ?? (await this.open(name))
    room.uses += 1
    try {
      return await work(room)
    } finally {
      room.uses -= 1
    }
  }

  inMemory(name: RoomName): Room | undefined {
    return this.rooms.get(name)
  }

  /** Takes these rooms out of memory and their documents off the disk, with all history. */
  async erase(names: readonly RoomName[]): Promise<void> {
    for (const name of names) {
      const room = this.rooms.get(name)
      await room?.endForGood()
      this.rooms.delete(name)
      if (room) this.letGo(room)
    }
    await this.services.store.erase(names)
  }

  all(): Iterable<Room> {
    return this.rooms.values()
  }

  /** The log of a document is on disk up to there. */
  committed(document: string, sequence: number): void {
    if (isRoomName(document)) this.rooms.get(document)?.committed(sequence)
  }

  /** How many documents were found damaged since the start. */
  get damagedDocuments(): number {
    return this.damaged.size
  }

  bytes(): number {
    let sum = 0
    for (const { content } of this.rooms.values()) sum += content.bytes
    return sum
  }

  close(): void {
    for (const timer of this.timers) clearInterval(timer)
    for (const room of this.rooms.values()) room.close()
  }

  private open(name: RoomName): Promise<Room> {
    if (!isRoomName(name)) return Promise.reject(new Error('No room has such a name'))
    const found = this.opening.get(name)
    if (found) return found
    const opened = this.load(name).finally(() => this.opening.delete(name))
    this.opening.set(name, opened)
    return opened
  }

  private async load(name: RoomName): Promise<Room> {
    const stored = await this.services.store.open(name)
    const room = new Room(name, stored, this.services)
    const { damage } = room.content
    if (damage) {
      const { what, goodUntil } = damage
      this.damaged.add(room.name)
      this.services.log.error('sync.damaged', `${what} after ${goodUntil}`, { room: room.name, what, goodUntil })
    }
    this.rooms.set(name, room)
    return room
  }

  private sweep(): void {
    const now = performance.now()
    const { unloadAfter, roomBytes } = this.services.limits
    let bytes = this.bytes()
    const empty = [...this.rooms.values()].filter(isUnused).sort((one, other) => one.emptySince - other.emptySince)
    for (const room of empty) {
      if (now - room.emptySince < unloadAfter && bytes <= roomBytes) continue
      bytes -= room.content.bytes
      void this.unload(room)
    }
  }

  private letGo(room: Room): void {
    room.close()
    this.left(room)
  }

  private async unload(room: Room): Promise<void> {
    if (!room.compactor.isNotWorthIt) await room.compactor.compact()
    if (!isUnused(room)) return
    this.rooms.delete(room.name)
    this.letGo(room)
  }
}

/** Nobody is in it, nothing is done with it, and all of it is on disk and has been looked at where that is to be. */
function isUnused(room: Room): boolean {
  const { members, uses, isUnsaved, compactor, watch } = room
  return members.size === 0 && uses === 0 && !isUnsaved && !compactor.busy && !watch?.backlog.updates
}
