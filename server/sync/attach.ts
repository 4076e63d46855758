import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { formatVersion } from '../../app/document/format-version'
import type { Settings } from '../../app/load-context'
import { closeCodeOf, type Admission, type RoomRequest } from './authorise'
import { addressOf, Callers, isOwnOrigin } from './callers'
import { noticeMessage } from './messages'
import type { Rights } from './rights'
import type { Room } from './room'
import { artefactOfPath } from './room-name'
import { RoomMember } from './room-member'
import type { Rooms } from './rooms'
import type { SyncServices } from './sync-services'
import { webSocketConnection } from './websocket-connection'

const PREFIX = '/sync/'
/** How often an answer may be overtaken by a change of rights before the caller is asked to come again. */
const MOST_OVERTAKEN = 3

/** Refused before any upgrade, with an HTTP status. */
interface Refused {
  status: 403 | 404 | 429 | 503
}

interface Knock {
  artefactId: string
  parameters: URLSearchParams
  request: RoomRequest
}

type Answer =
  | { status: 404 }
  | { code: number; reason: string }
  | { admission: Extract<Admission, { outcome: 'admitted' }>; room: Room; knock: Knock }

const comeAgain = { code: 1013, reason: 'try-again' }

/** The door: what happens between an upgrade request and a member in a room. SPEC P1–P3, R3. */
export class Door {
  private readonly server: WebSocketServer
  private readonly callers: Callers
  private closed = false

  constructor(
    private readonly settings: Settings,
    private readonly services: SyncServices,
    private readonly rooms: Rooms,
    private readonly rights: Rights,
  ) {
    const { frameBytes } = services.limits
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      // Costs memory for each socket, and small updates do not shrink.
      perMessageDeflate: false,
      maxPayload: frameBytes,
    })
    this.callers = new Callers(services.limits)
  }

  attach(server: Server): void {
    server.on('upgrade', (request, stream, head) => {
      // Before anything else: an error nobody listens for would end the process.
      stream.on('error', () => stream.destroy())
      if (isForUs(request)) void this.answer(request, stream, head)
      else if (server.listenerCount('upgrade') === 1) refuse(stream, { status: 404 })
    })
  }

  /** No further upgrades. */
  close(): void {
    this.closed = true
    this.callers.close()
  }

  private async answer(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const knock = this.read(request)
    if ('status' in knock) return this.refuse(stream, knock)
    const leave = this.callers.admit(knock.request.address)
    if (!leave) return this.refuse(stream, { status: 429 })
    stream.once('close', leave)
    const answer = await this.decideInTime(knock)
    if (stream.destroyed) return
    if (this.closed) return this.refuse(stream, { status: 503 })
    if ('status' in answer) return this.refuse(stream, answer)
    this.server.handleUpgrade(request, stream, head, (socket) => {
      // `ws` closes with 1002, 1007 or 1009 by itself.
      socket.on('error', (error) => {
        const reason = 'code' in error ? String(error.code) : error.name
        this.services.refusals.note('sync.broken-frame', reason, { room: `artefact/${knock.artefactId}` })
      })
      if ('code' in answer) this.turnAway(socket, stream, answer)
      else this.letIn(socket, stream, answer)
    })
  }

  private refuse(stream: Duplex, refused: Refused): void {
    this.services.refusals.note('sync.refused', String(refused.status))
    refuse(stream, refused)
  }

  private read(request: IncomingMessage): Knock | Refused {
    if (this.closed) return { status: 503 }
    if (!isOwnOrigin(request, this.settings)) return { status: 403 }
    const url = parsedUrl(request)
    // `URL` resolves dots: the path as it was sent must be the path that is meant.
    const artefactId = url && request.url?.startsWith(url.pathname) ? artefactOfPath(url.pathname) : undefined
    if (!url || !artefactId) return { status: 404 }
    const address = addressOf(request, this.settings.trustedProxies)
    return { artefactId, parameters: url.searchParams, request: { cookie: request.headers.cookie, address } }
  }

  private async decideInTime(knock: Knock): Promise<Answer> {
    let limit: NodeJS.Timeout | undefined
    const tooLate = new Promise<Answer>((resolve) => {
      limit = setTimeout(() => resolve(comeAgain), this.services.limits.admitWithin)
    })
    try {
      return await Promise.race([this.decide(knock), tooLate])
    } finally {
      clearTimeout(limit)
    }
  }

  private async decide(knock: Knock): Promise<Answer> {
    try {
      for (let time = 0; time < MOST_OVERTAKEN; time += 1) {
        const { changes } = this.rights
        const admission = await this.services.authorise(knock.request, knock.artefactId)
        if (admission.outcome === 'refused') return refusal(admission)
        const outdated = wrongFormat(knock.parameters)
        if (outdated) return outdated
        const answer = await this.rooms.use(knock.artefactId, (room) => this.place(room, admission, knock))
        if (changes === this.rights.changes) return answer
      }
    } catch (error) {
      this.services.log.error('sync.admission-failed', error)
    }
    return comeAgain
  }

  private place(room: Room, admission: Extract<Admission, { outcome: 'admitted' }>, knock: Knock): Answer {
    const { socketsPerRoom, socketsPerParticipant } = this.services.limits
    const { participantKey } = admission.identity
    const own = [...this.services.members].filter(({ identity }) => identity.participantKey === participantKey)
    if (room.members.size >= socketsPerRoom || own.length >= socketsPerParticipant) {
      return { code: 4429, reason: 'too-many' }
    }
    if (remembersOtherHistory(knock.parameters, room)) return { code: 4409, reason: 'other-history' }
    return { admission, room, knock }
  }

  /** A browser is told nothing about a refused upgrade, and would try again for ever: so this is said inside. */
  private turnAway(socket: WebSocket, stream: Duplex, { code, reason }: { code: number; reason: string }): void {
    this.services.refusals.note('sync.turned-away', reason)
    const connection = webSocketConnection(socket, stream)
    const kind = reason === 'reload-needed' ? { kind: reason } as const : { kind: 'closing' as const, code, reason }
    connection.send([noticeMessage(kind)])
    connection.close(code, reason)
  }

  private letIn(socket: WebSocket, stream: Duplex, { admission, room, knock }: Extract<Answer, { room: Room }>): void {
    // Unloaded in this very moment: another copy of it may already be open.
    if (this.rooms.inMemory(room.artefactId) !== room) {
      return this.turnAway(socket, stream, comeAgain)
    }
    const since = knock.parameters.get('since')
    const member = new RoomMember(
      {
        connection: webSocketConnection(socket, stream),
        request: knock.request,
        admission,
        room,
        resumption: since ? room.content.resume(since) : 'everything',
      },
      this.services,
    )
    this.services.members.add(member)
    member.enter()
  }
}

function isForUs(request: IncomingMessage): boolean {
  return request.url?.startsWith(PREFIX) ?? false
}

function parsedUrl(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '', 'http://server')
  } catch {
    return undefined
  }
}

function refusal({ reason }: Extract<Admission, { outcome: 'refused' }>): Answer {
  return reason === 'no-room' ? { status: 404 } : { code: closeCodeOf[reason], reason }
}

/** SPEC P2 `epoch`, `since`, `seen`. */
function remembersOtherHistory(parameters: URLSearchParams, { content }: Room): boolean {
  const epoch = parameters.get('epoch')
  if (epoch && epoch !== content.epoch) return true
  return ['since', 'seen'].some((name) => {
    const position = parameters.get(name)
    return Boolean(position) && content.resume(position ?? '') === 'other-history'
  })
}

/** SPEC P2 `v`. */
function wrongFormat(parameters: URLSearchParams): { code: number; reason: string } | undefined {
  const version = parameters.get('v')
  return version === null || version === String(formatVersion) ? undefined : { code: 4426, reason: 'reload-needed' }
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
