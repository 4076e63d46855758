import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { isForSync, type Door, type Refused } from './door'
import type { SyncServices } from './sync-services'
import { webSocketConnection } from './websocket-connection'

/** In through a WebSocket: from the upgrade request to an open connection. SPEC P1–P3. */
export class WebSocketWay {
  private readonly server: WebSocketServer

  constructor(
    private readonly door: Door,
    private readonly services: SyncServices,
  ) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      // Costs memory for each socket, and small updates do not shrink.
      perMessageDeflate: false,
      maxPayload: services.limits.frameBytes,
    })
  }

  attach(server: Server): void {
    server.on('upgrade', (request, stream, head) => {
      // Before anything else: an error nobody listens for would end the process.
      stream.on('error', () => stream.destroy())
      if (isForSync(request)) {
        this.answer(request, stream, head).catch((error: unknown) => {
          this.services.log.error('sync.upgrade-failed', error)
          stream.destroy()
        })
      } else if (server.listenerCount('upgrade') === 1) refuse(stream, { status: 404 })
    })
  }

  private async answer(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const { door } = this
    if (door.closed) return this.refuse(stream, { status: 503 })
    const knock = door.read(request)
    if ('status' in knock) return this.refuse(stream, knock)
    const leave = door.admit(knock)
    if (!leave) return this.refuse(stream, { status: 429 })
    stream.once('close', leave)
    const answer = await door.decide(knock)
    if (stream.destroyed) return
    if (door.closed) return this.refuse(stream, { status: 503 })
    if ('status' in answer) return this.refuse(stream, answer)
    this.server.handleUpgrade(request, stream, head, (socket) => {
      // `ws` closes with 1002, 1007 or 1009 by itself.
      socket.on('error', (error) => {
        const reason = 'code' in error ? String(error.code) : error.name
        this.services.refusals.note('sync.broken-frame', reason, { room: knock.room })
      })
      door.enter(answer, webSocketConnection(socket, stream))
    })
  }

  private refuse(stream: Duplex, refused: Refused): void {
    this.services.refusals.note('sync.refused', String(refused.status))
    refuse(stream, refused)
  }
}

const STATUS_TEXT = {
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const

function refuse(stream: Duplex, { status }: Refused): void {
  const text = STATUS_TEXT[status]
  stream.end(
    `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${text.length}\r\n` +
      `${status === 429 || status === 503 ? 'Retry-After: 5\r\n' : ''}\r\n${text}`,
    () => stream.destroy(),
  )
}
