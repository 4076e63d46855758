import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { serve } from './serve.mjs'

/**
 * What cannot be done without: every message is sent on to the others in the room, each by itself. Nothing is looked
 * into, nothing is stored; messages as large as a board are kept in memory for those who come later.
 */
const KEPT_BYTES = 20_000
const EMPTY_STEP_2 = Uint8Array.of(0, 1, 2, 0, 0)

/** @type {Map<string, { sockets: Set<import('ws').WebSocket>, kept: Buffer[] }>} */
const rooms = new Map()

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, { url = '/' }) => {
  const room = rooms.get(url) ?? { sockets: new Set(), kept: [] }
  rooms.set(url, room)
  room.sockets.add(socket)
  socket.on('error', () => undefined)
  socket.on('close', () => room.sockets.delete(socket))
  socket.on('message', (/** @type {Buffer} */ data) => {
    if (data[0] === 0 && data[1] === 0) {
      for (const message of room.kept) socket.send(message)
      socket.send(EMPTY_STEP_2)
      return
    }
    if (data.byteLength > KEPT_BYTES) room.kept.push(data)
    for (const other of room.sockets) if (other !== socket) other.send(data)
  })
})
serve(http)
