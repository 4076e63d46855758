import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Connection } from './connection'

/** How long the other end may take to answer a close, before the socket is destroyed. */
const CLOSE_WITHIN_MS = 1_500

/** Closed by the page, gone with the page, closed without a code. */
const orderly = new Set([1000, 1001, 1005])

/**
 * A `ws` socket without compression. Frames are made once for all receivers (messages.ts) and written to the
 * stream itself, one corked write a turn; `ws` reads, answers pings and closes. Both write whole frames in one
 * call, so they never mix.
 */
export function webSocketConnection(socket: WebSocket, stream: Duplex): Connection {
  let handedOver = 0
  const isOpen = () => socket.readyState === socket.OPEN && stream.writable
  const write = (frames: readonly Uint8Array[]) => {
    if (!isOpen()) return
    // Corking costs as much again as writing one piece does.
    const several = frames.length > 1
    if (several) stream.cork()
    for (const frame of frames) {
      handedOver += frame.byteLength
      stream.write(frame)
    }
    if (several) stream.uncork()
  }
  return {
    way: 'websocket',
    send: (messages) => write(messages.map(({ frame }) => frame)),
    sendTurn: (turn, left) => write(turn.framesBut(left)),
    close(code, reason) {
      socket.resume()
      socket.close(code, reason)
      setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS).unref()
    },
    terminate: () => socket.terminate(),
    backlog: () => stream.writableLength,
    handedOver: () => handedOver,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    ping: () => {
      if (isOpen()) socket.ping()
    },
    listen(events) {
      socket.on('message', (data, isBinary) => {
        events.heard()
        // Without fragments or with them, `ws` hands over one Buffer: the default binaryType.
        if (isBinary && data instanceof Buffer) events.message(data)
        else events.unreadable()
      })
      socket.on('pong', () => {
        events.heard()
        events.control()
      })
      // `ws` answers it, and ends whoever asks faster than it takes the answers.
      socket.on('ping', () => events.control())
      socket.once('close', (code) => events.closed(orderly.has(code) ? 'hung-up' : 'lost'))
    },
  }
}
