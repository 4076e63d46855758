import type { Attendance as Attended } from '../../app/load-context'
import type { ConnectionEnd } from './connection'
import type { Present } from './presence'

/** Of participants that are gone. Past this those that went first are forgotten. */
const MOST_REMEMBERED = 5_000

interface Remembered {
  /** Each open socket, with since when it has said that edits of its own are not saved. */
  sockets: Map<Present, number | undefined>
  end?: { how: ConnectionEnd; at: number }
}

/**
 * Which participants are connected, in whatever room, and what their browsers say of their own edits. Times are
 * the server's own, in milliseconds since the epoch. In memory alone: after a restart everybody comes anew. SPEC R40.
 */
export class Attendance {
  private readonly known = new Map<string, Remembered>()

  constructor(private readonly now: () => number = Date.now) {}

  came(member: Present): void {
    const { participantKey } = member.identity
    const found = this.known.get(participantKey) ?? { sockets: new Map() }
    found.sockets.set(member, undefined)
    this.known.set(participantKey, found)
  }

  told(member: Present, unsaved: boolean): void {
    const sockets = this.known.get(member.identity.participantKey)?.sockets
    if (!sockets?.has(member)) return
    sockets.set(member, unsaved ? (sockets.get(member) ?? this.now()) : undefined)
  }

  went(member: Present, how: ConnectionEnd): void {
    const { participantKey } = member.identity
    const found = this.known.get(participantKey)
    if (!found?.sockets.delete(member)) return
    found.end = { how, at: this.now() }
    // Last in the order in which they are forgotten.
    this.known.delete(participantKey)
    this.known.set(participantKey, found)
    this.forgetOldest()
  }

  of(participantKey: string): Attended {
    const found = this.known.get(participantKey)
    if (!found) return { kind: 'absent' }
    const unsaved = [...found.sockets.values()].filter((since) => since !== undefined)
    if (unsaved.length > 0) return { kind: 'unsaved', since: Math.min(...unsaved) }
    if (found.sockets.size > 0) return { kind: 'here' }
    return found.end ? { kind: found.end.how === 'lost' ? 'lost' : 'left', since: found.end.at } : { kind: 'absent' }
  }

  private forgetOldest(): void {
    if (this.known.size <= MOST_REMEMBERED) return
    for (const [key, { sockets }] of this.known) {
      if (sockets.size > 0) continue
      this.known.delete(key)
      return
    }
  }
}
