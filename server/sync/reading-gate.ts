import type { Connection } from './connection'

/** Why a connection is not read from just now. */
export type HoldReason = 'rate' | 'inspection' | 'disk' | 'restart'

/** Reads from a connection while nothing speaks against it. */
export class ReadingGate {
  private readonly holds = new Set<HoldReason>()

  constructor(private readonly connection: Pick<Connection, 'pause' | 'resume'>) {}

  get held(): boolean {
    return this.holds.size > 0
  }

  hold(reason: HoldReason): void {
    if (this.holds.size === 0) this.connection.pause()
    this.holds.add(reason)
  }

  release(reason: HoldReason): void {
    if (this.holds.delete(reason) && this.holds.size === 0) this.connection.resume()
  }
}
