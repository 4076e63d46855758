import { request } from 'node:http'
import { connect, type Socket } from 'node:net'

export interface UpgradeServer {
  origin: string
  port: number
}

/** The status of an upgrade to a path that no URL would keep as it is; 101 when it was taken. */
export function statusOf(
  server: UpgradeServer,
  path: string,
  cookie = 'person=Aino',
  headers: Record<string, string> = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const upgrade = request({
      port: server.port,
      host: '127.0.0.1',
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        origin: server.origin,
        cookie,
        ...headers,
      },
    })
    upgrade.on('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    upgrade.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(101)
    })
    upgrade.on('error', reject)
    upgrade.end()
  })
}

/** A socket below the WebSocket library: any bytes can be sent after the handshake. */
export interface BareSocket {
  socket: Socket
  /** Resolves with the code of the close frame that ended it; undefined when there was none. */
  closeCode(): Promise<number | undefined>
}

/** Shakes hands as a browser of `person` would. @throws when it is refused. */
export async function bareSocket(
  server: UpgradeServer,
  person: string,
  room = 'artefact/board001',
): Promise<BareSocket> {
  const socket = connect(server.port, '127.0.0.1')
  let received = Buffer.alloc(0)
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const answered = new Promise<void>((resolve, reject) => {
    socket.on('data', (data) => {
      received = Buffer.concat([received, data])
      if (!received.includes('\r\n\r\n')) return
      if (received.subarray(0, 12).toString() === 'HTTP/1.1 101') resolve()
      else reject(new Error(`Refused: ${received.toString().split('\r\n')[0]}`))
    })
    socket.once('close', () => reject(new Error('Closed before the handshake was answered')))
  })
  socket.write(
    `GET /sync/${room} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      `Origin: ${server.origin}\r\nCookie: person=${person}\r\n\r\n`,
  )
  await answered
  return {
    socket,
    closeCode: async () => {
      await ended
      const at = received.lastIndexOf(Buffer.from([0x88]))
      return at < 0 ? undefined : received.readUInt16BE(at + 2)
    },
  }
}

/** A short frame as a browser sends it, masked with zeroes. */
export function maskedFrame(firstByte: number, payload: readonly number[]): Buffer {
  return Buffer.from([firstByte, 0x80 | payload.length, 0, 0, 0, 0, ...payload])
}
