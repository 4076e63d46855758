import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/**
 * A program of its own, so that sending as fast as the socket takes it slows nobody down who measures:
 * JSON at its input with { port, origin, room, person, frames (base64), milliseconds, reads }.
 * Sends the frames after the handshake, again and again, until it is closed or the time is over, and prints
 * { sent, closed } with the bytes that left and whether the server hung up.
 */
const { port, origin, room, person, frames, milliseconds, reads } = JSON.parse(await text(process.stdin))
const frame = Buffer.from(frames, 'base64')
// Larger writes of the same: otherwise this program is the slow one.
const piece = Buffer.concat(Array.from({ length: Math.max(1, Math.floor(65_536 / frame.byteLength)) }, () => frame))

const socket = connect(port, '127.0.0.1')
let answered = false
let over = false
socket.on('error', () => undefined)
socket.on('close', () => end(true))
socket.on('data', () => {
  if (answered) return
  answered = true
  if (!reads) socket.pause()
  send()
})
socket.write(
  `GET /sync/${room} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
    `Origin: ${origin}\r\nCookie: person=${person}\r\n\r\n`,
)
setTimeout(() => end(false), milliseconds)

function send() {
  while (!over && socket.write(piece));
  if (!over) socket.once('drain', send)
}

/** @param {boolean} closed */
function end(closed) {
  if (over) return
  over = true
  console.log(JSON.stringify({ sent: socket.bytesWritten - socket.writableLength, closed }))
  process.exit(0)
}
