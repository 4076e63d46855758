import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { serve } from './serve.mjs'

/** The relay, but what arrives in one turn of the event loop is framed once and goes to each socket in one write. */

/** @typedef {{ socket: import('ws').WebSocket, stream: import('node:stream').Duplex }} Member */
/** @type {Map<string, { members: Set<Member>, outbox: { frame: Buffer, from: Member }[] }>} */
const rooms = new Map()

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  const url = request.url ?? '/'
  const room = rooms.get(url) ?? { members: new Set(), outbox: [] }
  rooms.set(url, room)
  const member = { socket, stream: request.socket }
  room.members.add(member)
  socket.on('error', () => undefined)
  socket.on('close', () => room.members.delete(member))
  socket.on('message', (/** @type {Buffer} */ data) => {
    if (data[0] === 0 && data[1] === 0) return
    if (room.outbox.length === 0) setImmediate(() => flush(room))
    room.outbox.push({ frame: framed(data), from: member })
  })
})

/** @param {{ members: Set<Member>, outbox: { frame: Buffer, from: Member }[] }} room */
function flush(room) {
  const { outbox } = room
  room.outbox = []
  const all = Buffer.concat(outbox.map(({ frame }) => frame))
  const senders = new Set(outbox.map(({ from }) => from))
  for (const member of room.members) {
    if (!senders.has(member)) member.stream.write(all)
    else {
      const others = outbox.filter(({ from }) => from !== member).map(({ frame }) => frame)
      if (others.length > 0) member.stream.write(Buffer.concat(others))
    }
  }
}

/** @param {Buffer} data */
function framed(data) {
  const { byteLength } = data
  const head = byteLength < 126 ? Buffer.from([0x82, byteLength]) : Buffer.alloc(byteLength < 65_536 ? 4 : 10)
  if (byteLength >= 126) {
    head[0] = 0x82
    head[1] = byteLength < 65_536 ? 126 : 127
    if (byteLength < 65_536) head.writeUInt16BE(byteLength, 2)
    else head.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  return Buffer.concat([head, data])
}

serve(http)
