import type { Person } from '../../app/sync/session'
import type { RoomIdentity } from './authorise'
import { awarenessUpdate, encodeEntry, parseState, readAwareness, type AwarenessEntry } from './awareness'
import { colourFor } from './colours'
import type { Limits } from './limits'
import { awarenessMessage, type Message } from './messages'

/** Whoever may be present: a member of the room. */
export interface Present {
  identity: RoomIdentity
}

interface Seen {
  by: Present
  clock: number
  colour: string
  /** What the client itself sent, checked. */
  state: Record<string, unknown>
  sent: string
  encoded: Uint8Array
}

/** Longer names would cover what they label. */
const LONGEST_NAME = 80
/** The part of the time between two flushes after which states go along with an update. */
const NEARLY = 0.75

/**
 * Who is in a room and where, as awareness states. One state a socket; what it says about who somebody is comes
 * from the server alone; gathered, so that a hundred moving cursors make 30 messages a second and not thousands.
 * SPEC R16–R18. Never stored.
 */
export class Presence {
  private readonly seen = new Map<number, Seen>()
  private readonly clientOf = new Map<Present, number>()
  private readonly words = new Map<string, string>()
  private readonly changed = new Map<number, Uint8Array>()
  private timer: NodeJS.Timeout | undefined
  private lastFlush = -Infinity

  constructor(
    private readonly limits: Pick<Limits, 'awarenessStateBytes'>,
    /** Sends to everybody in the room. */
    private readonly send: (message: Message) => void,
    private readonly size: () => number,
  ) {}

  /**
   * Takes what a member's client says of itself, if `allowed` says so; what it repeats of others costs it nothing.
   * @throws on bytes that are no awareness update.
   */
  take(by: Present, update: Uint8Array, allowed: () => boolean): void {
    const bound = this.clientOf.get(by)
    const entries = readAwareness(update, this.limits.awarenessStateBytes, (id) => bound === undefined || id === bound)
    const own = bound === undefined ? entries.find((entry) => this.mayBe(by, entry)) : entries.at(-1)
    if (!own || !allowed()) return
    if (own.json === 'null') this.takeLeave(by, own)
    else this.takeState(by, own)
  }

  /** The member is gone. */
  leave(by: Present): void {
    const clientId = this.clientOf.get(by)
    if (clientId === undefined) return
    this.clientOf.delete(by)
    this.forget(clientId)
  }

  /** By which all windows of one participant are known in this room, and of which nothing else can be learnt. */
  wordFor({ identity: { participantKey } }: Present): string {
    const known = this.words.get(participantKey)
    if (known) return known
    const word = `p${this.words.size + 1}`
    this.words.set(participantKey, word)
    return word
  }

  /** What the member's client says of itself: that it holds edits which are not saved. */
  saysUnsaved(by: Present): boolean {
    const clientId = this.clientOf.get(by)
    return clientId !== undefined && this.seen.get(clientId)?.state.unsaved === true
  }

  /** Name or organisation have changed. */
  renew(by: Present): void {
    const clientId = this.clientOf.get(by)
    const found = clientId === undefined ? undefined : this.seen.get(clientId)
    if (clientId === undefined || !found) return
    // A receiver takes a state only when its clock has grown.
    this.show(clientId, { ...found, clock: found.clock + 1 })
  }

  /** Everybody's state, for a newcomer and as the beat of SPEC P13, which comes even when nobody is there. */
  everybody(): Message {
    return awarenessMessage(awarenessUpdate([...this.seen.values()].map(({ encoded }) => encoded)))
  }

  people(): Person[] {
    return [...this.seen].map(([clientId, { by, colour, state }]) => ({
      clientId,
      ...shownIdentity(by.identity),
      colour,
      place: state.place,
    }))
  }

  close(): void {
    clearTimeout(this.timer)
  }

  /** An id that nobody has, or that the same person's earlier socket still has: that one has been lost. */
  private mayBe(by: Present, { clientId, clock, json }: AwarenessEntry): boolean {
    if (json === 'null') return false
    const other = this.seen.get(clientId)
    if (!other) return true
    // Another tab of the same person repeats what it was told, with a clock that is known already.
    return other.by.identity.participantKey === by.identity.participantKey && clock > other.clock
  }

  private takeLeave(by: Present, { clientId, clock }: AwarenessEntry): void {
    const found = this.seen.get(clientId)
    if (found?.by === by && clock >= found.clock) this.forget(clientId)
  }

  private takeState(by: Present, { clientId, clock, json }: AwarenessEntry): void {
    const before = this.seen.get(clientId)
    if (before && clock <= before.clock) return
    const state = parseState(json)
    if (!state) return
    if (before && before.by !== by) this.clientOf.delete(before.by)
    this.clientOf.set(by, clientId)
    const used = [...this.seen.values()].map(({ colour }) => colour)
    const colour = before?.colour ?? this.colourOf(by) ?? colourFor(by.identity.participantKey, used)
    const next = { by, clock, colour, state, sent: json }
    if (before?.sent === json && before.by === by) {
      // A renewal: the beat carries it.
      this.seen.set(clientId, { ...next, encoded: encoded(clientId, next, this.wordFor(by)) })
    } else this.show(clientId, next)
  }

  /** All sockets of one person have one colour. */
  private colourOf({ identity }: Present): string | undefined {
    for (const { by, colour } of this.seen.values()) {
      if (by.identity.participantKey === identity.participantKey) return colour
    }
    return undefined
  }

  private show(clientId: number, next: Omit<Seen, 'encoded'>): void {
    const bytes = encoded(clientId, next, this.wordFor(next.by))
    this.seen.set(clientId, { ...next, encoded: bytes })
    this.schedule(clientId, bytes)
  }

  private forget(clientId: number): void {
    const found = this.seen.get(clientId)
    if (!found) return
    this.seen.delete(clientId)
    this.schedule(clientId, encodeEntry({ clientId, clock: found.clock, json: 'null' }))
  }

  /** What is nearly due, for those who write to everybody just now: one write instead of two. */
  takeNearlyDue(): Message | undefined {
    if (this.changed.size === 0) return undefined
    return performance.now() >= this.lastFlush + flushInterval(this.size()) * NEARLY ? this.takeChanged() : undefined
  }

  private schedule(clientId: number, bytes: Uint8Array): void {
    this.changed.set(clientId, bytes)
    if (this.timer) return
    const wait = this.lastFlush + flushInterval(this.size()) - performance.now()
    this.timer = setTimeout(() => this.send(this.takeChanged()), Math.max(0, wait))
  }

  private takeChanged(): Message {
    clearTimeout(this.timer)
    this.timer = undefined
    this.lastFlush = performance.now()
    const message = awarenessMessage(awarenessUpdate([...this.changed.values()]))
    this.changed.clear()
    return message
  }
}

/** 30, 15 or 8 times a second. */
function flushInterval(members: number): number {
  return 1000 / (members <= 100 ? 30 : members <= 300 ? 15 : 8)
}

function encoded(clientId: number, { by, clock, colour, state }: Omit<Seen, 'encoded'>, participant: string): Uint8Array {
  // `color` is the name that Tiptap's carets read.
  const user = { ...shownIdentity(by.identity), participant, colour, color: colour }
  return encodeEntry({ clientId, clock, json: JSON.stringify({ ...state, user }) })
}

function shownIdentity({ name, organisation, organisationType, leads }: RoomIdentity) {
  return { name: shown(name), organisation: shown(organisation), organisationType, leads }
}

/** Without what would turn or hide the words around it. */
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return Array.from(plain).slice(0, LONGEST_NAME).join('')
}
