import { lostCode, type Outcome, type Patience, type Wire, type WireEvents } from './wire'

/** A WebSocket that is given up when it does not open in time, or opens and says nothing. */
export function socketWire(url: string, Base: typeof WebSocket, patience: Patience, events: WireEvents): Wire {
  const socket = new Base(url)
  socket.binaryType = 'arraybuffer'
  let heard = false
  let over = false
  let limit = setTimeout(() => end(lostCode, '', 'silent'), patience.open)

  const end = (code: number, reason: string, outcome: Outcome) => {
    if (over) return
    close()
    events.ended(code, reason, outcome)
  }
  const close = () => {
    over = true
    clearTimeout(limit)
    socket.onopen = socket.onmessage = socket.onclose = null
    // Closing what is still connecting is told as an error, which must have a listener in Node.
    socket.onerror = () => undefined
    socket.close()
  }
  socket.onopen = () => {
    clearTimeout(limit)
    limit = setTimeout(() => end(lostCode, '', 'silent'), patience.speak)
    events.opened()
  }
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!(data instanceof ArrayBuffer)) return
    heard = true
    clearTimeout(limit)
    events.message(new Uint8Array(data))
  }
  socket.onclose = ({ code, reason }) => end(code, reason, heard ? 'answered' : 'failed')
  socket.onerror = () => undefined

  return {
    get isOpen() {
      return !over && socket.readyState === socket.OPEN
    },
    send: (message) => {
      if (!over && socket.readyState === socket.OPEN) socket.send(new Uint8Array(message))
    },
    close: () => {
      if (!over) close()
    },
  }
}
