import type { Admission, Authorise, RefusalReason, RoomIdentity } from '../../../app/sync/admission'
import { readRoomName, type RoomName } from '../../../app/sync/room-name'
import type { RoomRight } from '../../../app/sync/session'

export interface TestPerson {
  right: RoomRight
  identity: RoomIdentity
  sessionExpiresAt?: number
  /** A step of a workshop has taken the right down. */
  isBound?: boolean
  /** Set: refused everywhere. */
  refused?: RefusalReason
  /** Which artefacts; all when left out. */
  artefacts?: string[]
}

/** Who knocks: a cookie `person=NAME` stands for the person of that name, others have no session. */
export class People {
  readonly byName = new Map<string, TestPerson>()
  /** Holds every answer, already decided, back until it resolves. */
  hold: Promise<void> | undefined
  /** How many answers are held back. */
  waiting = 0
  /** Makes the look-up itself fail. */
  away = false
  private asked: () => void = () => undefined

  /** Calls once, when somebody's right has been looked up and not yet answered. */
  onAsked(listener: () => void): void {
    this.asked = listener
  }

  add(name: string, person: Partial<Omit<TestPerson, 'identity'>> & { identity?: Partial<RoomIdentity> } = {}): TestPerson {
    const added: TestPerson = {
      right: 'edit',
      ...person,
      identity: {
        participantKey: `user:${name.toLowerCase()}`,
        name,
        organisation: 'Haapavesi',
        organisationType: 'municipality',
        sessionTokenHash: `session-of-${name}`,
        userId: name.toLowerCase(),
        projectId: 'project1',
        leads: false,
        ...person.identity,
      },
    }
    this.byName.set(name, added)
    return added
  }

  get(name: string): TestPerson {
    return this.byName.get(name) ?? this.add(name)
  }

  readonly authorise: Authorise = async ({ cookie }, room): Promise<Admission> => {
    const answer = this.answer(/person=([^;]+)/.exec(cookie ?? '')?.[1] ?? '', room)
    this.asked()
    this.waiting += 1
    await this.hold
    this.waiting -= 1
    if (this.away) throw new Error('The database is away')
    return answer
  }

  private answer(name: string, roomName: RoomName): Admission {
    const person = this.byName.get(name)
    if (!person) return { outcome: 'refused', reason: 'signed-out' }
    if ((person.sessionExpiresAt ?? Infinity) <= Date.now()) return { outcome: 'refused', reason: 'signed-out' }
    if (person.refused) return { outcome: 'refused', reason: person.refused }
    const room = readRoomName(roomName)
    const isOthers = room?.of === 'draft' && room.owner !== person.identity.participantKey
    const isUnknown = room?.of === 'artefact' && person.artefacts && !person.artefacts.includes(room.artefactId)
    if (isOthers || isUnknown) return { outcome: 'refused', reason: 'no-room' }
    // A copy: what is changed afterwards is only known when it is asked for again.
    const { identity, isBound, sessionExpiresAt } = person
    const right = room?.of === 'workshop' ? 'see' : person.right
    return { outcome: 'admitted', identity: { ...identity }, right, isBound, sessionExpiresAt }
  }
}
