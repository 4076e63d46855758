import type { Message } from './messages'
import type { Turn } from './turn'

/**
 * One way of reaching one browser: a WebSocket, or a transport that stands in for it where those are blocked.
 * Messages arrive in order and whole, or the connection ends.
 */
export interface Connection {
  readonly way: 'websocket' | 'http'
  /** Sends them together. What cannot be sent any more is dropped. */
  send(messages: readonly Message[]): void
  /** Sends what the room sends, but for the messages at these indices. */
  sendTurn(turn: Turn, left: readonly number[]): void
  /** Closes with a code and a reason of SPEC P14. What was sent before goes out before it. */
  close(code: number, reason: string): void
  /** Ends it without a word. */
  terminate(): void
  /** Bytes given to `send` that have not left this process. */
  backlog(): number
  /** All bytes ever given to `send`. */
  handedOver(): number
  /** Stops and goes on reading what the other end sends, which is then held back at its source. */
  pause(): void
  resume(): void
  /** Asks the other end for a sign of life, where the transport can. */
  ping(): void
  listen(events: ConnectionEvents): void
}

export interface ConnectionEvents {
  /** Only valid during the call: copy what is kept. */
  message(data: Uint8Array): void
  /** Something that is no binary message. */
  unreadable(): void
  /** Any sign of life. */
  heard(): void
  /** A frame without a message, ping or pong, was read; or a request over HTTP, beside the messages in it. */
  control(): void
  /** Once, however it ended. */
  closed(end: ConnectionEnd): void
}

/** `hung-up`: the other end said that it leaves. `lost`: it was not heard from any more, or was shut out. */
export type ConnectionEnd = 'hung-up' | 'lost'

