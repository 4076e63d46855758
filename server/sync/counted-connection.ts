import type { Connection, ConnectionEvents } from './connection'
import type { Message } from './messages'
import type { SyncMetrics } from './sync-metrics'
import type { Turn } from './turn'

/** Another connection, through which everything is counted. */
export class CountedConnection implements Connection {
  constructor(
    private readonly connection: Connection,
    private readonly metrics: SyncMetrics,
  ) {}

  get way(): Connection['way'] {
    return this.connection.way
  }

  send(messages: readonly Message[]): void {
    const before = this.connection.handedOver()
    this.connection.send(messages)
    this.count(messages.length, before)
  }

  sendTurn(turn: Turn, left: readonly number[]): void {
    const before = this.connection.handedOver()
    this.connection.sendTurn(turn, left)
    this.count(turn.messages.length - left.length, before)
  }

  private count(messages: number, before: number): void {
    const bytes = this.connection.handedOver() - before
    if (bytes > 0) this.metrics.sent(messages, bytes)
  }

  close(code: number, reason: string): void {
    this.metrics.closed(code, reason)
    this.connection.close(code, reason)
  }

  terminate(): void {
    this.connection.terminate()
  }

  backlog(): number {
    return this.connection.backlog()
  }

  handedOver(): number {
    return this.connection.handedOver()
  }

  pause(): void {
    this.connection.pause()
  }

  resume(): void {
    this.connection.resume()
  }

  ping(): void {
    this.connection.ping()
  }

  listen(events: ConnectionEvents): void {
    this.connection.listen({
      ...events,
      message: (data) => {
        this.metrics.received(data.byteLength)
        events.message(data)
      },
    })
  }
}
