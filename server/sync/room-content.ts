import type { Damage, StoredBase, StoredDocument } from '../persistence/document-store'
import { firstMark, nextMark } from '../persistence/marks'
import { DeletedRanges, type ClientDeletions } from './deleted-ranges'
import { followTail } from './follow-tail'
import { withDeletions, type Verdict } from './inspect-update'
import { updateMessage, updateWithin, type Message } from './messages'
import { clockOf, decodeStateVector, type StateVector } from './state-vector'

/** One update that was accepted since the base. */
export interface TailEntry {
  sequence: number
  mark: number
  message: Message
  /** Within `message`. */
  update: Uint8Array
}

interface Base {
  generation: number
  sequence: number
  mark: number
  message: Message
  state: Uint8Array
  stateVector: Uint8Array
}

/** A copy of a document's bytes, to be looked into elsewhere. */
export interface DocumentBytes {
  /** The state, and its state vector as Yjs encodes it. */
  base?: { state: Uint8Array; stateVector: Uint8Array }
  /** What came after it. */
  updates: Uint8Array[]
}

export type SoundVerdict = Extract<Verdict, { sound: true }>

/** A position that a client says it has reached, against this room's history. */
export type Resumption = { from: number } | 'everything' | 'other-history'

/**
 * A document as its room holds it: bytes, and what can be told without their content. SPEC R1.
 * Nothing here is awaited, so what is read together fits together.
 */
export class RoomContent {
  readonly epoch: string
  private readonly damaged: Damage | undefined
  private base: Base | undefined
  private readonly tail: TailEntry[] = []
  private readonly vector: Map<number, number>
  private readonly deletions: DeletedRanges
  private lastSequence = 0
  private lastMark = firstMark
  private tailBytes = 0
  /** The last sequence that is on disk. */
  committed = 0
  /** The last sequence that has been looked at, where each is: what came after it stays apart from the base until then. */
  judgedUntil = Infinity

  constructor(stored: StoredDocument) {
    const { epoch, base, tail, damage, followed = followTail(stored) } = stored
    this.epoch = epoch
    this.vector = decodeStateVector(followed.stateVector)
    this.deletions = DeletedRanges.decode(followed.deletions)
    if (base) this.startFrom(base)
    for (const { update } of tail.slice(0, followed.sound)) this.hold(update)
    this.damaged = followed.sound < tail.length ? { what: 'row', goodUntil: this.lastSequence } : damage
    this.committed = this.lastSequence
  }

  /** What is held is not all that was stored: to be looked at, never written on. */
  get damage(): Damage | undefined {
    return this.damaged
  }

  get sequence(): number {
    return this.lastSequence
  }

  /** Up to where a base can be made. */
  get settledUntil(): number {
    return Math.min(this.committed, this.judgedUntil)
  }

  /** The last sequence that the base stands for. */
  get baseSequence(): number {
    return this.base?.sequence ?? 0
  }

  get stateVector(): StateVector {
    return this.vector
  }

  /** Encoded bytes of base and tail: what a newcomer is sent, and what the size budget counts. */
  get bytes(): number {
    return (this.base?.state.byteLength ?? 0) + this.tailBytes
  }

  get tailSize(): { rows: number; bytes: number } {
    return { rows: this.tail.length, bytes: this.tailBytes }
  }

  isEmpty(): boolean {
    return this.lastSequence === 0
  }

  addsStructs({ ends }: SoundVerdict): boolean {
    return ends.some(([client, clock]) => clock > clockOf(this.vector, client))
  }

  /** How many client ids have written in it, with those whom the update brings. */
  clientsWith({ ends }: SoundVerdict): number {
    return ends.reduce((sum, [client]) => sum + (this.vector.has(client) ? 0 : 1), this.vector.size)
  }

  newDeletions({ deletions }: SoundVerdict): readonly ClientDeletions[] {
    return this.deletions.missing(deletions)
  }

  /** Puts an update after all others. The verdict must be about this update and this room's state. */
  append(update: Uint8Array, verdict: SoundVerdict): TailEntry {
    for (const [client, clock] of verdict.ends) {
      if (clock > clockOf(this.vector, client)) this.vector.set(client, clock)
    }
    this.deletions.add(verdict.deletions)
    return this.hold(update)
  }

  private hold(update: Uint8Array): TailEntry {
    const message = updateMessage(update)
    this.lastSequence += 1
    this.lastMark = nextMark(this.lastMark, update)
    const entry: TailEntry = {
      sequence: this.lastSequence,
      mark: this.lastMark,
      message,
      update: updateWithin(message, update.byteLength),
    }
    this.tail.push(entry)
    this.tailBytes += update.byteLength
    return entry
  }

  /** What a newcomer is sent, in order. */
  messages(after: Resumption): Message[] {
    if (typeof after === 'object') {
      return this.tail.filter(({ sequence }) => sequence > after.from).map(({ message }) => message)
    }
    return [...(this.base ? [this.base.message] : []), ...this.tail.map(({ message }) => message)]
  }

  /** The last position that is on disk: `epoch.sequence.mark`. */
  position(): string {
    return `${this.epoch}.${this.committed}.${this.markAt(this.committed) ?? firstMark}`
  }

  /** SPEC P8. */
  resume(position: string): Resumption {
    const parts = /^([0-9a-z]+)\.(\d{1,15})\.(\d{1,10})$/.exec(position)
    if (!parts) return 'everything'
    const [, epoch, sequenceText, markText] = parts
    const sequence = Number(sequenceText)
    if (epoch !== this.epoch || sequence > this.lastSequence) return 'other-history'
    const mark = this.markAt(sequence)
    if (mark === undefined) return 'everything'
    return mark === Number(markText) ? { from: sequence } : 'other-history'
  }

  copyUntil(sequence: number): DocumentBytes {
    return {
      base: this.base && { state: copy(this.base.state), stateVector: copy(this.base.stateVector) },
      updates: this.tail.filter((entry) => entry.sequence <= sequence).map(({ update }) => copy(update)),
    }
  }

  nextBase(sequence: number, made: Pick<StoredBase, 'state' | 'stateVector' | 'deletions'>): StoredBase {
    const mark = this.markAt(sequence)
    if (mark === undefined) throw new Error(`There is no update ${sequence} to compact up to`)
    return { ...made, generation: (this.base?.generation ?? 0) + 1, sequence, mark }
  }

  /** Takes a base that is on disk in place of what it stands for. */
  replaceBase(base: StoredBase): void {
    const remaining = this.tail.findIndex(({ sequence }) => sequence > base.sequence)
    const dropped = this.tail.splice(0, remaining < 0 ? this.tail.length : remaining)
    for (const { update } of dropped) this.tailBytes -= update.byteLength
    this.base = heldBase(base)
    this.deletions.addAll(DeletedRanges.decode(base.deletions))
  }

  private startFrom(base: StoredBase): void {
    this.base = heldBase(base)
    this.lastSequence = base.sequence
    this.lastMark = base.mark
  }

  private markAt(sequence: number): number | undefined {
    const first = this.tail[0]?.sequence ?? this.lastSequence + 1
    if (sequence >= first) return this.tail[sequence - first]?.mark
    if (sequence === this.baseSequence) return this.base?.mark ?? firstMark
    return undefined
  }
}

function heldBase({ state, generation, sequence, mark, stateVector }: StoredBase): Base {
  const message = updateMessage(state)
  return { generation, sequence, mark, stateVector, message, state: updateWithin(message, state.byteLength) }
}

/** In memory of its own: posting a view to a worker would copy everything around it. A Buffer's `slice` is a view. */
function copy(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

/**
 * The update without what the room has already: structs, and deletions — what a client sends after a reconnect
 * holds every deletion ever made.
 */
export function newPartOf(
  whole: Uint8Array,
  { deletions, deletionBytes, trimmed }: SoundVerdict,
  fresh: readonly ClientDeletions[],
): Uint8Array {
  const update = trimmed ?? whole
  return deletionBytes === 0 || fresh === deletions ? update : withDeletions(update, deletionBytes, fresh)
}
