import type { Outcome } from './wire'

/** A WebSocket; over HTTP, one answer that does not end; over HTTP, one answer for each question. */
export type Way = 'socket' | 'stream' | 'poll'

// A way that is known to work fails when the server is away too: another is tried only after so many failures.
const patienceWithProven = 3

/** Which way the next attempt goes, from how the last ones ended. Knows nothing of sockets. */
export class Ways {
  private way: Way
  private last: Way | undefined
  private proven: Way | undefined
  private failures = 0

  /** `known`: what worked on the page before. */
  constructor(known: Way | undefined) {
    this.proven = known
    this.way = known ?? 'socket'
  }

  /** The way of an attempt that is made now. */
  begin(): Way {
    this.last = this.way
    return this.way
  }

  /** It is another than that of the last attempt, and not yet tried since something worked: no reason to wait. */
  get turnsAside(): boolean {
    return this.last !== undefined && this.way !== this.last && this.way !== 'socket'
  }

  /** The server was heard by this way. */
  worked(way: Way): void {
    this.proven = way
    this.way = way
    this.failures = 0
  }

  ended(way: Way, outcome: Outcome): void {
    if (outcome === 'answered') {
      this.failures = 0
      return
    }
    this.failures += 1
    if (this.failures < (way === this.proven ? patienceWithProven : 1)) return
    this.failures = 0
    this.way = after(way, outcome)
  }
}

function after(way: Way, outcome: Exclude<Outcome, 'answered'>): Way {
  if (way === 'socket') return 'stream'
  // Silence over HTTP: something holds the answer back until its end. Where nothing gets through, polls would not.
  return way === 'stream' && outcome === 'silent' ? 'poll' : 'socket'
}
