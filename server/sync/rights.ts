import type { RightsChange } from '../../app/load-context'
import { artefactRoom, roomsAround } from '../../app/sync/room-name'
import { closeCodeOf, type Admission } from './authorise'
import type { RoomMember } from './room-member'
import type { SyncServices } from './sync-services'

/** So many look-ups at once: they share the database with every page that is being opened. */
const AT_ONCE = 16
const EXPIRY_CHECK_MS = 1_000

/** Asks again whether those who are in a room may be there. SPEC R4–R6. */
export class Rights {
  private readonly timers: NodeJS.Timeout[]
  private announcements = 0
  private questions = 0
  /** The latest question about each that has been answered. */
  private readonly answered = new WeakMap<RoomMember, number>()

  constructor(private readonly services: SyncServices) {
    this.timers = [
      setInterval(() => void this.sweep([...services.members]), services.limits.recheckEvery),
      setInterval(() => void this.sweep(withExpiredSession(services.members)), EXPIRY_CHECK_MS),
    ]
    for (const timer of this.timers) timer.unref()
  }

  /** Grows with each change: an answer that was asked for before a change is not to be trusted after it. */
  get changes(): number {
    return this.announcements
  }

  /** Resolves when everybody concerned has been looked up and, if need be, closed. Never rejects. */
  async changed(change: RightsChange): Promise<void> {
    this.announcements += 1
    const concerned = [...this.services.members].filter((member) => concerns(change, member))
    // One limit for all of them: the last of three hundred must be out as soon as the first.
    const deadline = performance.now() + this.services.limits.recheckWithin
    await this.recheck(concerned, deadline, (member) => member.close(1013, 'try-again'))
  }

  /**
   * A step of a workshop has begun, or a place was closed: everybody in the artefact at once, and nobody loses their place
   * over an answer that is late, which R6 brings.
   */
  async rulesChanged(artefactId: string): Promise<void> {
    this.announcements += 1
    await this.sweep([...this.services.members].filter((member) => concerns({ artefactId }, member)))
  }

  close(): void {
    for (const timer of this.timers) clearInterval(timer)
  }

  /** For changes made elsewhere and for sessions that ran out. A look-up that fails changes nothing. */
  private sweep(members: RoomMember[]): Promise<void> {
    return this.recheck(members, Infinity, () => undefined)
  }

  private async recheck(
    members: RoomMember[],
    deadline: number,
    undecided: (member: RoomMember) => void,
  ): Promise<void> {
    const waiting = [...members]
    const one = async () => {
      for (let member = waiting.shift(); member; member = waiting.shift()) {
        this.questions += 1
        const question = this.questions
        const admission = await this.lookUp(member, deadline)
        // One that was asked later has been answered: what this one says may be of before a right was taken away.
        if (question < (this.answered.get(member) ?? 0)) continue
        if (admission) this.answered.set(member, question)
        if (!admission) undecided(member)
        else settle(member, admission)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, one))
  }

  private async lookUp(member: RoomMember, deadline: number): Promise<Admission | undefined> {
    if (member.closed) return undefined
    const time = Math.min(deadline - performance.now(), this.services.limits.recheckWithin)
    let limit: NodeJS.Timeout | undefined
    const tooLate = new Promise<undefined>((resolve) => {
      limit = setTimeout(() => resolve(undefined), time)
    })
    try {
      return await Promise.race([this.services.authorise(member.request, member.room.name), tooLate])
    } catch (error) {
      this.services.log.error('sync.right-unknown', error, { room: member.room.name })
      return undefined
    } finally {
      clearTimeout(limit)
    }
  }
}

/** Acts on an answer: at once read-only, or out. */
export function settle(member: RoomMember, admission: Admission): void {
  if (member.closed) return
  if (admission.outcome === 'admitted') member.changeAdmission(admission)
  else member.close(closeCodeOf[admission.reason], admission.reason)
}

/** Each of them once: what the answer says about the session counts from then on. */
function withExpiredSession(members: Iterable<RoomMember>): RoomMember[] {
  const now = Date.now()
  const expired = [...members].filter(({ sessionExpiresAt }) => (sessionExpiresAt ?? Infinity) <= now)
  for (const member of expired) member.sessionExpiresAt = undefined
  return expired
}

function concerns(change: RightsChange, { identity, room }: RoomMember): boolean {
  if ('sessionTokenHash' in change) return identity.sessionTokenHash === change.sessionTokenHash
  if ('userId' in change) return identity.userId === change.userId
  if ('seatId' in change) return identity.seatId === change.seatId
  if ('artefactId' in change) {
    const { artefactId } = change
    return room.name === artefactRoom(artefactId) || room.name.startsWith(roomsAround(artefactId))
  }
  if ('workshopId' in change) return identity.workshopId === change.workshopId
  return identity.projectId === change.projectId
}
