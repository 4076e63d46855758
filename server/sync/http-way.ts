import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RoomName } from '../../app/sync/room-name'
import { isForSync, type Answer, type Door, type Knock } from './door'
import { EventText } from './event-text'
import { HttpConnection } from './http-connection'
import { readBatch } from './inbox'
import { readBody } from './request-body'
import type { SyncServices } from './sync-services'

/** An open connection, and who may speak on it. */
interface Registered {
  connection: HttpConnection
  room: RoomName
  cookie: string | undefined
  sessionTokenHash: string | undefined
  /** The batch that is coming in. */
  reading: IncomingMessage | undefined
}

const NUMBER = /^[1-9]\d{0,8}$/

/** In over plain HTTP, where WebSockets are blocked. SPEC P15–P20. */
export class HttpWay {
  private readonly connections = new Map<string, Registered>()
  private readonly text = new EventText()

  constructor(
    private readonly door: Door,
    private readonly services: SyncServices,
  ) {}

  /** For Express, before anything that packs answers; `next` for what is not under /sync/. */
  readonly handle = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (!isForSync(request)) return next()
    this.answer(request, response).catch((error: unknown) => {
      this.services.log.error('sync.http-failed', error)
      if (!response.headersSent) this.refuse(response, 503, comeAgain)
    })
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST')
      return this.refuse(response, 405, { code: 4400, reason: 'malformed' })
    }
    const knock = this.door.read(request)
    if ('status' in knock) return this.refuseAtTheDoor(response, knock.status)
    const id = knock.parameters.get('connection')
    // Those who are in still fetch their last words.
    if (id === null) return this.door.closed ? this.refuseAtTheDoor(response, 503) : this.open(knock, response)
    const registered = await this.find(id, knock)
    if (!registered) return this.refuse(response, 404, noConnection)
    registered.connection.asked()
    await this.speak(registered, knock, request, response)
  }

  private async open(knock: Knock, response: ServerResponse): Promise<void> {
    const { door, services } = this
    const leave = door.admit(knock)
    if (!leave) return this.refuseAtTheDoor(response, 429)
    response.once('close', leave)
    const answer = await door.decide(knock)
    if (response.destroyed) return
    if (door.closed) return this.refuseAtTheDoor(response, 503)
    if ('status' in answer) return this.refuseAtTheDoor(response, answer.status)
    // From here on the connection counts, which may outlive this answer.
    response.removeListener('close', leave)
    const connection = new HttpConnection(response, {
      text: this.text,
      pollFor: knock.parameters.has('poll') ? services.limits.pollFor : undefined,
      closed: () => {
        leave()
        this.connections.delete(connection.id)
      },
    })
    this.register(connection, knock, answer)
    door.enter(answer, connection)
  }

  private register(connection: HttpConnection, knock: Knock, answer: Exclude<Answer, { status: 404 }>): void {
    this.connections.set(connection.id, {
      connection,
      room: knock.room,
      cookie: knock.request.cookie,
      sessionTokenHash: 'code' in answer ? undefined : answer.admission.identity.sessionTokenHash,
      reading: undefined,
    })
  }

  /** Only where it is open for this room and in the same session. */
  private async find(id: string, { room, request }: Knock): Promise<Registered | undefined> {
    const registered = this.connections.get(id)
    if (!registered || registered.room !== room) return undefined
    if (registered.cookie === request.cookie) return registered
    // Another cookie may have changed, such as the language: the session is what counts.
    const admission = await this.services.authorise(request, room)
    const same = admission.outcome === 'admitted' && admission.identity.sessionTokenHash === registered.sessionTokenHash
    return same ? registered : undefined
  }

  private async speak(
    registered: Registered,
    { parameters }: Knock,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { connection } = registered
    const leaves = parameters.has('leave')
    if (leaves && !parameters.has('batch')) {
      connection.leave()
      return accept(response)
    }
    const poll = parameters.get('poll')
    if (poll !== null) {
      const holdFor = parameters.has('brief') ? 0 : this.services.limits.pollFor
      const heard = NUMBER.test(poll) && connection.ask(Number(poll), response, holdFor) === 'heard'
      return heard ? undefined : this.refuse(response, 409, outOfOrder)
    }
    const batch = parameters.get('batch') ?? ''
    if (!NUMBER.test(batch)) return this.refuse(response, 400, { code: 4400, reason: 'malformed' })
    await this.receive(registered, Number(batch), request, response)
    if (leaves) connection.leave()
  }

  private async receive(
    registered: Registered,
    number: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { connection } = registered
    const { inbox } = connection
    // One that is still coming in was given up by the browser: this is the same again.
    registered.reading?.destroy()
    registered.reading = request
    const body = await readBody(request, {
      mostBytes: this.services.limits.frameBytes,
      pauseFor: this.services.limits.bodyPause,
      arriving: () => connection.heard(),
    })
    if (registered.reading === request) registered.reading = undefined
    if (body === 'gone') return
    if (body === 'too-slow') return this.refuse(response, 408, { code: 1013, reason: 'too-slow' })
    if (body === 'too-large') {
      connection.close(1009, 'too-large')
      return this.refuse(response, 413, { code: 1009, reason: 'too-large' })
    }
    const expected = inbox.expects(number)
    if (expected === 'out-of-order') return this.refuse(response, 409, outOfOrder)
    if (expected === 'next') {
      const messages = readBatch(body, this.services.limits.batchMessages)
      inbox.take(messages ?? [])
      if (!messages) connection.unreadable()
    }
    // Held back while we wish to hear no more: the next batch comes after this answer.
    if (await inbox.emptied()) accept(response)
    else this.refuse(response, 404, noConnection)
  }

  private refuseAtTheDoor(response: ServerResponse, status: keyof typeof atTheDoor): void {
    if (status === 429 || status === 503) response.setHeader('Retry-After', '5')
    this.refuse(response, status, atTheDoor[status])
  }

  private refuse(response: ServerResponse, status: number, words: { code: number; reason: string }): void {
    this.services.refusals.note('sync.refused', String(status))
    response
      .writeHead(status, {
        'Content-Type': 'application/json',
        'Cache-Control': 'no-store',
        // What is still coming in will not be read.
        Connection: 'close',
      })
      .end(JSON.stringify(words))
  }
}

const comeAgain = { code: 1013, reason: 'try-again' }
const noConnection = { code: 1013, reason: 'no-connection' }
const outOfOrder = { code: 1013, reason: 'out-of-order' }

/** SPEC P15. The code of P14 that a WebSocket would have been closed with. */
const atTheDoor = {
  403: { code: 1013, reason: 'foreign-origin' },
  404: { code: 4404, reason: 'no-room' },
  429: comeAgain,
  503: { code: 1012, reason: 'restarting' },
} as const

function accept(response: ServerResponse): void {
  response.writeHead(204, { 'Cache-Control': 'no-store' }).end()
}
