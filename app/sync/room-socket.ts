import { HttpWire } from './http-wire'
import { sendObserved, type SendingWatch } from './observed-sending'
import { socketWire } from './socket-wire'
import type { Way, Ways } from './ways'
import type { Patience, Wire, WireEvents } from './wire'

export interface RoomSocketOptions {
  ways: Ways
  WebSocket: typeof WebSocket
  fetch: typeof fetch
  patience: Patience
  watch: SendingWatch
  /** The server was heard by this way. */
  worked(way: Way): void
}

/**
 * What y-websocket takes for a WebSocket, and reaches the room by the way whose turn it is. It has of a WebSocket's
 * interface what y-websocket 3.1 uses.
 */
export function roomSocket(options: RoomSocketOptions): typeof WebSocket {
  class RoomSocket {
    readonly OPEN = 1
    binaryType: BinaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    private readonly wire: Wire

    constructor(url: string | URL) {
      const way = options.ways.begin()
      let heard = false
      this.wire = openWire(way, String(url), options, {
        opened: () => this.onopen?.(),
        message: (data) => {
          if (!heard) options.worked(way)
          heard = true
          this.onmessage?.({ data })
        },
        ended: (code, reason, outcome) => {
          options.ways.ended(way, outcome)
          this.onclose?.({ code, reason })
        },
      })
    }

    get readyState(): number {
      return this.wire.isOpen ? 1 : 3
    }

    send(message: Uint8Array): void {
      sendObserved(this.wire, message, options.watch)
    }

    close(): void {
      this.wire.close()
    }
  }
  // The rest of the interface is never called.
  return RoomSocket as unknown as typeof WebSocket
}

function openWire(way: Way, url: string, options: RoomSocketOptions, events: WireEvents): Wire {
  const { patience } = options
  if (way === 'socket') return socketWire(url, options.WebSocket, patience, events)
  return new HttpWire({ url, polls: way === 'poll', fetch: options.fetch, patience }, events)
}
