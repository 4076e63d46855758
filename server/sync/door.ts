import type { IncomingMessage } from 'node:http'
import { formatVersion } from '../../app/document/format-version'
import type { Settings } from '../../app/load-context'
import type { RoomName } from '../../app/sync/room-name'
import { closeCodeOf, type Admission, type RoomRequest } from './authorise'
import { addressOf, Callers, isOwnOrigin } from './callers'
import type { Connection } from './connection'
import { noticeMessage } from './messages'
import type { Rights } from './rights'
import type { Room } from './room'
import { roomOfPath } from './room-name'
import { RoomMember } from './room-member'
import type { Rooms } from './rooms'
import type { Governance } from './rules/governance'
import type { SyncServices } from './sync-services'

const PREFIX = '/sync/'
/** How often an answer may be overtaken by a change of rights before the caller is asked to come again. */
const MOST_OVERTAKEN = 3

/** Refused before anything is opened, with an HTTP status. */
export interface Refused {
  status: 403 | 404 | 429 | 503
}

/** Somebody before the door, as far as the request tells. */
export interface Knock {
  room: RoomName
  parameters: URLSearchParams
  request: RoomRequest
}

export type Admitted = Extract<Admission, { outcome: 'admitted' }>

/** `code` and `reason`: to be said once the connection is open. */
export type Answer = { status: 404 } | { code: number; reason: string } | LetIn

interface LetIn {
  admission: Admitted
  room: Room
  knock: Knock
  /** Of rights, when the answer was asked for. */
  changes: number
}

const comeAgain = { code: 1013, reason: 'try-again' }

/**
 * The door: what is asked of everybody between a request and a place in a room, by whichever way they come
 * (websocket-way.ts, http-way.ts). SPEC P1–P3, R3.
 */
export class Door {
  private readonly callers: Callers
  private isClosed = false

  constructor(
    private readonly settings: Settings,
    private readonly services: SyncServices,
    private readonly rooms: Rooms,
    private readonly rights: Rights,
    private readonly governance: Governance,
  ) {
    this.callers = new Callers(services.limits)
  }

  get closed(): boolean {
    return this.isClosed
  }

  /** Nobody gets in any more. */
  close(): void {
    this.isClosed = true
    this.callers.close()
  }

  read(request: IncomingMessage): Knock | Refused {
    if (!isOwnOrigin(request, this.settings)) return { status: 403 }
    const url = parsedUrl(request)
    // `URL` resolves dots: the path as it was sent must be the path that is meant.
    const room = url && request.url?.startsWith(url.pathname) ? roomOfPath(url.pathname) : undefined
    if (!url || !room) return { status: 404 }
    const address = addressOf(request, this.settings.trustedProxies)
    return { room, parameters: url.searchParams, request: { cookie: request.headers.cookie, address } }
  }

  /** Counts one more connection of that address in, if there may be one; call the answer when it is gone. */
  admit({ request }: Knock): (() => void) | undefined {
    return this.callers.admit(request.address)
  }

  async decide(knock: Knock): Promise<Answer> {
    let limit: NodeJS.Timeout | undefined
    const tooLate = new Promise<Answer>((resolve) => {
      limit = setTimeout(() => resolve(comeAgain), this.services.limits.admitWithin)
    })
    try {
      return await Promise.race([this.lookUp(knock), tooLate])
    } finally {
      clearTimeout(limit)
    }
  }

  /** Lets in through an open connection, or says on it why not. */
  enter(answer: Exclude<Answer, { status: 404 }>, connection: Connection): void {
    if ('code' in answer) return this.turnAway(connection, answer)
    const obstacle = this.obstacle(answer)
    if (obstacle) this.turnAway(connection, obstacle)
    else this.letIn(connection, answer)
  }

  private async lookUp(knock: Knock): Promise<Answer> {
    try {
      for (let time = 0; time < MOST_OVERTAKEN; time += 1) {
        const { changes } = this.rights
        const admission = await this.services.authorise(knock.request, knock.room)
        if (admission.outcome === 'refused') return refusal(admission)
        const outdated = wrongFormat(knock.parameters)
        if (outdated) return outdated
        const answer = await this.rooms.use(knock.room, async (room): Promise<Answer> => {
          await this.governance.prepare(room)
          if (remembersOtherHistory(knock.parameters, room)) return { code: 4409, reason: 'other-history' }
          return { admission, room, knock, changes }
        })
        if (changes === this.rights.changes) return answer
      }
    } catch (error) {
      this.services.log.error('sync.admission-failed', error)
    }
    return comeAgain
  }

  /**
   * What may have come between the answer and the moment of entering, which nothing comes after: a change of rights,
   * which looks only at those who are in already; the room leaving memory, when another copy of it may be open; and
   * others who were let in with the same answer.
   */
  private obstacle({ admission, room, changes }: LetIn): { code: number; reason: string } | undefined {
    if (changes !== this.rights.changes || this.rooms.inMemory(room.name) !== room) return comeAgain
    const { socketsPerRoom, socketsPerParticipant } = this.services.limits
    const { participantKey } = admission.identity
    const own = [...this.services.members].filter(({ identity }) => identity.participantKey === participantKey)
    const isTooMany = room.members.size >= socketsPerRoom || own.length >= socketsPerParticipant
    return isTooMany ? { code: 4429, reason: 'too-many' } : undefined
  }

  /** A browser is told nothing about a refused upgrade, and would try again for ever: so this is said inside. */
  private turnAway(connection: Connection, { code, reason }: { code: number; reason: string }): void {
    this.services.refusals.note('sync.turned-away', reason)
    const kind = reason === 'reload-needed' ? ({ kind: reason } as const) : { kind: 'closing' as const, code, reason }
    connection.send([noticeMessage(kind)])
    connection.close(code, reason)
  }

  private letIn(connection: Connection, { admission, room, knock }: LetIn): void {
    const since = knock.parameters.get('since')
    const resumption = since ? room.content.resume(since) : 'everything'
    const member = new RoomMember({ connection, request: knock.request, admission, room, resumption }, this.services)
    this.services.members.add(member)
    member.enter()
  }
}

export function isForSync(request: IncomingMessage): boolean {
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
