import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Connection, ConnectionEnd, ConnectionEvents } from './connection'
import { namedEvent, type EventText } from './event-text'
import { PollDown, StreamDown, type Downlink } from './http-downlinks'
import { Inbox } from './inbox'
import type { Message } from './messages'
import type { Turn } from './turn'

/** How long the other end may take to fetch the last words. */
const CLOSE_WITHIN_MS = 1_500

export interface HttpConnectionOptions {
  text: EventText
  /** How long the opening question may wait for its answer where the browser polls; where it does not, undefined. */
  pollFor: number | undefined
  /** Once, however it ended. */
  closed(): void
}

/** Events down and batches up: what stands in for a WebSocket. SPEC P16–P20. */
export class HttpConnection implements Connection {
  readonly way = 'http'
  /** Whoever knows it may send in this one's name, as far as the session allows. */
  readonly id = randomBytes(24).toString('base64url')
  readonly inbox = new Inbox((message) => this.events?.message(message))
  private readonly down: Downlink
  private readonly text: EventText
  private events: ConnectionEvents | undefined
  private bytes = 0
  private open = true
  /** Of a request that ends without having said so nobody can tell why. */
  private ending: ConnectionEnd = 'lost'

  /** `response` is that to the request that opened it. */
  constructor(
    response: ServerResponse,
    private readonly options: HttpConnectionOptions,
  ) {
    this.text = options.text
    const closed = () => this.hasClosed()
    if (options.pollFor === undefined) this.down = new StreamDown(response, closed)
    else {
      const down = new PollDown(closed)
      this.down = down
      down.ask(1, response, options.pollFor)
    }
    this.write([namedEvent('open', this.id)])
  }

  send(messages: readonly Message[]): void {
    if (this.open && messages.length > 0) this.write(this.text.event(messages))
  }

  sendTurn(turn: Turn, left: readonly number[]): void {
    this.send(turn.messagesBut(left))
  }

  close(code: number, reason: string): void {
    if (!this.open) return
    this.open = false
    this.inbox.stop()
    this.down.end(namedEvent('close', JSON.stringify({ code, reason })))
    setTimeout(() => this.down.destroy(), CLOSE_WITHIN_MS).unref()
  }

  terminate(): void {
    this.down.destroy()
  }

  /** The other end has said that it leaves. SPEC P19. */
  leave(): void {
    this.ending = 'hung-up'
    this.terminate()
  }

  backlog(): number {
    return this.down.backlog()
  }

  handedOver(): number {
    return this.bytes
  }

  pause(): void {
    this.inbox.pause()
  }

  resume(): void {
    this.inbox.resume()
  }

  ping(): void {
    if (this.open) this.down.write([namedEvent('ping', '')])
  }

  listen(events: ConnectionEvents): void {
    this.events = events
  }

  /** The other end has given a sign of life. */
  heard(): void {
    this.events?.heard()
  }

  /** A request came on it, whatever it carries. */
  asked(): void {
    this.events?.heard()
    this.events?.control()
  }

  unreadable(): void {
    this.events?.unreadable()
  }

  /** Where it is one that polls: the answer comes when there is something to tell, or `holdFor` ms later. */
  ask(number: number, response: ServerResponse, holdFor: number): 'heard' | 'out-of-order' {
    return this.down instanceof PollDown ? this.down.ask(number, response, holdFor) : 'out-of-order'
  }

  private write(pieces: readonly Buffer[]): void {
    for (const { byteLength } of pieces) this.bytes += byteLength
    this.down.write(pieces)
  }

  private hasClosed(): void {
    this.open = false
    this.inbox.stop()
    this.options.closed()
    this.events?.closed(this.ending)
  }
}
