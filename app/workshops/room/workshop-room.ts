import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { followBrowser } from '../../sync/browser-events'
import { Connection } from '../../sync/connection'
import { Presence } from '../../sync/presence'
import { workshopRoom } from '../../sync/room-name'
import type { EndReason } from '../../sync/session'
import { ownServer } from '../../sync/session-options'
import { browserWays, type WayOptions } from '../../sync/way-chooser'
import { liveStateSchema } from '../model/live-state'
import { Reactions, type ReactionKind } from './reactions'
import { emptyReading, type RoomReading } from './room-reading'

interface WorkshopRoomOptions {
  workshopId: string
  /** Where the rooms are; this page's own server when absent. */
  serverUrl?: string
  ways?: Partial<WayOptions>
}

/**
 * The room in which everybody in a workshop is told how it stands. It holds no content: what is said comes as a notice,
 * and who is there and their reactions as awareness. It connects by itself, and again after each loss, until closed.
 */
export class WorkshopRoom {
  private readonly listeners = new Set<() => void>()
  private shown = emptyReading
  private wire: Wire
  private readonly leaveBrowser: () => void
  private closed = false

  constructor(private readonly options: WorkshopRoomOptions) {
    this.wire = this.open()
    this.leaveBrowser = followBrowser({
      online: () => this.wire.connection.retry(),
      offline: () => this.wire.connection.networkLost(),
      losesWork: () => false,
    })
  }

  reading = (): RoomReading => this.shown

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  react(kind: ReactionKind): void {
    if (this.shown.heard?.state.reactions) this.wire.reactions.react(kind)
  }

  close(): void {
    this.closed = true
    this.listeners.clear()
    this.leaveBrowser()
    this.wire.close()
  }

  private open(): Wire {
    const wire: Wire = openWire(this.options, {
      changed: () => this.look(wire),
      told: (said) => {
        const state = liveStateSchema.safeParse(said)
        if (state.success) this.show({ heard: { state: state.data, at: performance.now() } })
      },
      ended: (reason) => this.ended(reason),
    })
    return wire
  }

  private ended(reason: EndReason): void {
    // There is nothing here that another history could be merged with.
    if (reason !== 'other-history') return this.show({ ended: reason, connection: 'away', people: [] })
    this.wire.close()
    this.wire = this.open()
  }

  private look(wire: Wire): void {
    if (wire !== this.wire || this.shown.ended) return
    this.show({
      people: wire.presence.people(),
      connection: wire.connection.connected ? 'live' : 'away',
      reactions: this.shown.heard?.state.reactions === false ? [] : wire.reactions.now,
    })
  }

  private show(change: Partial<RoomReading>): void {
    if (this.closed) return
    const next = { ...this.shown, ...change }
    const same = (Object.keys(next) as (keyof RoomReading)[]).every((field) => next[field] === this.shown[field])
    if (same) return
    this.shown = next
    for (const listener of [...this.listeners]) listener()
  }
}

/** One connection, and what is told over it. */
interface Wire {
  connection: Connection
  presence: Presence
  reactions: Reactions
  close(): void
}

interface WireListener {
  changed(): void
  told(state: unknown): void
  ended(reason: EndReason): void
}

function openWire({ workshopId, serverUrl, ways }: WorkshopRoomOptions, { changed, told, ended }: WireListener): Wire {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const presence = new Presence(awareness, () => queueMicrotask(changed))
  const reactions = new Reactions(awareness, () => queueMicrotask(changed))
  const connection = new Connection(
    {
      serverUrl: serverUrl ?? ownServer(),
      room: workshopRoom(workshopId),
      doc,
      awareness,
      restored: new Set(),
      ways: { ...browserWays(), ...ways },
    },
    {
      changed: () => queueMicrotask(changed),
      synced: changed,
      lost: changed,
      ended,
      you: (participant) => presence.known(participant),
      told,
    },
  )
  connection.open({})
  return {
    connection,
    presence,
    reactions,
    close() {
      reactions.close()
      presence.close()
      connection.close()
      doc.destroy()
    },
  }
}
