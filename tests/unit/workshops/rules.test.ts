import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { admitToRoom } from '../../../app/accounts/room-admission.server'
import type { Allowance } from '../../../app/artefacts/edit-rule'
import { closePlace, openPlace } from '../../../app/artefacts/place-locks.server'
import { newId } from '../../../app/lib/id'
import { artefactRoom, draftRoom, workshopRoom, type ParticipantKey, type RoomName } from '../../../app/sync/room-name'
import type { StepSettings, StepType } from '../../../app/workshops/model/steps'
import { authorsOf, keepAuthors, rulesOf } from '../../../app/workshops/rules.server'
import { setDoor } from '../../../app/workshops/workshop.server'
import { addArtefact, addMember, memberCookie, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let artefactId: string
let workshop: Awaited<ReturnType<typeof openWorkshop>>
let guest: Awaited<ReturnType<typeof takeGuestSeat>>

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  artefactId = await addArtefact(services, project.projectId)
  workshop = await openWorkshop(services, project.projectId, [artefactId])
  guest = await takeGuestSeat(services, workshop.code, project.organisations[2]?.id)
})

afterEach(() => services.close())

interface StepOptions {
  type?: StepType
  may: readonly Allowance[]
  place?: string
  settings?: Partial<StepSettings>
  artefactId?: string | null
}

/** A step that runs in the workshop. */
async function runStep({ type = 'work', may, place = '', settings = {}, ...options }: StepOptions): Promise<string> {
  const id = newId()
  const { database } = services
  const target = options.artefactId === undefined ? artefactId : options.artefactId
  await database.workshopStep.create({
    data: {
      id,
      workshopId: workshop.id,
      order: 0,
      type,
      title: 'Vaihe',
      artefactId: target,
      place,
      may: JSON.stringify(may),
      settings: JSON.stringify(settings),
    },
  })
  await database.workshopRun.upsert({
    where: { workshopId: workshop.id },
    create: { workshopId: workshop.id, stepId: id },
    update: { stepId: id },
  })
  return id
}

const enter = (cookie: string, room: RoomName) => admitToRoom(services, { cookie, address: '192.0.2.1' }, room)

const rightIn = async (cookie: string, room: RoomName = artefactRoom(artefactId)) => {
  const answer = await enter(cookie, room)
  return answer.outcome === 'admitted' ? answer.right : answer.reason
}

const cookieOf = async (role: 'facilitator' | 'member' | 'viewer') =>
  memberCookie(services, (await addMember(services, project.projectId, role, null)).userId)

describe('the rules of an artefact', () => {
  test('are none where no step runs and nothing is closed', async () => {
    expect(await rulesOf(services, artefactId)).toBeNull()
    await runStep({ may: ['look'], artefactId: null })
    expect(await rulesOf(services, artefactId)).toBeNull()
  })

  test('are those of the step that runs there, with each one’s own place in a breakout', async () => {
    const stepId = await runStep({ type: 'breakout', may: ['add', 'move-own'], place: 'frame1' })
    await services.database.breakoutGroup.create({
      data: { id: newId(), stepId, order: 0, name: 'A', frame: 'frame2', members: { create: { participantKey: `seat:${guest.seatId}` } } },
    })
    expect(await rulesOf(services, artefactId)).toEqual({
      kind: 'cooperation-model',
      step: {
        id: stepId,
        may: ['add', 'move-own'],
        place: 'frame1',
        ownPlaces: { [`seat:${guest.seatId}`]: 'frame2' },
        keepsAuthors: false,
      },
      locks: [],
    })
  })

  test('allow nothing on the board while notes are written in private, until they are shown', async () => {
    const stepId = await runStep({ type: 'write', may: ['add', 'comment'], settings: { authorship: 'person' } })
    expect((await rulesOf(services, artefactId))?.step).toMatchObject({ may: ['comment'], keepsAuthors: true })
    await services.database.workshopStep.update({ where: { id: stepId }, data: { revealedAt: new Date() } })
    expect((await rulesOf(services, artefactId))?.step).toMatchObject({ may: ['add', 'comment'] })
  })

  test('are over when the workshop is', async () => {
    await runStep({ may: ['look'] })
    await services.database.workshopRun.update({ where: { workshopId: workshop.id }, data: { stage: 'closed' } })
    expect(await rulesOf(services, artefactId)).toBeNull()
  })

  test('survive a step whose stored words nobody can read: then nothing may be changed', async () => {
    const stepId = await runStep({ may: ['add'] })
    await services.database.workshopStep.update({ where: { id: stepId }, data: { may: 'odd', settings: '[' } })
    expect((await rulesOf(services, artefactId))?.step?.may).toEqual(['look'])
  })
})

describe('the right to be in the artefact', () => {
  test.each([
    [['vote'], 'see', 'see'],
    [['comment', 'vote'], 'comment', 'comment'],
    [['add'], 'edit', 'edit'],
  ] as const)('where a step allows %s', async (may, guests, members) => {
    await runStep({ may })
    expect(await rightIn(guest.cookie)).toBe(guests)
    expect(await rightIn(await cookieOf('member'))).toBe(members)
    expect(await rightIn(await cookieOf('facilitator'))).toBe('edit')
    expect(await rightIn(await cookieOf('viewer'))).toBe('see')
  })

  test('is taken from guests, or from all but facilitators, where all of it is closed', async () => {
    await closePlace(services, artefactId, { place: null, forWhom: 'guests' })
    expect([await rightIn(guest.cookie), await rightIn(await cookieOf('member'))]).toEqual(['comment', 'edit'])
    await closePlace(services, artefactId, { place: null, forWhom: 'participants' })
    expect([await rightIn(guest.cookie), await rightIn(await cookieOf('member'))]).toEqual(['comment', 'comment'])
    expect(await rightIn(await cookieOf('facilitator'))).toBe('edit')
    await openPlace(services, artefactId, null)
    expect(await rightIn(guest.cookie)).toBe('edit')
  })
})

describe('a workshop’s room', () => {
  test('is for whoever may see the workshop; who leads is known', async () => {
    const room = workshopRoom(workshop.id)
    for (const cookie of [guest.cookie, await cookieOf('member'), await cookieOf('viewer')]) {
      expect(await enter(cookie, room)).toMatchObject({ outcome: 'admitted', right: 'see', identity: { leads: false, workshopId: workshop.id } })
    }
    expect(await enter(await cookieOf('facilitator'), room)).toMatchObject({ right: 'see', identity: { leads: true } })
  })

  test('tells as soon as somebody comes how the workshop stands, also after a restart', async () => {
    await enter(guest.cookie, workshopRoom(workshop.id))
    expect(services.liveWorkshops.news.get(workshop.id)?.()).toMatchObject({ kind: 'workshop', state: { stage: 'planned' } })
  })

  test('is not there for guests of another one, nor for an id that there is not', async () => {
    const other = await openWorkshop(services, project.projectId, [])
    expect(await rightIn(guest.cookie, workshopRoom(other.id))).toBe('no-room')
    expect(await rightIn(guest.cookie, workshopRoom(newId()))).toBe('no-room')
  })

  test('shows guests out when the door is closed', async () => {
    await setDoor(services, { id: workshop.id, projectId: project.projectId }, false, 'server')
    expect(await rightIn(guest.cookie, workshopRoom(workshop.id))).toBe('workshop-closed')
  })
})

describe('a draft', () => {
  const own = () => `seat:${guest.seatId}` as ParticipantKey

  test('is its writer’s alone: a facilitator and the project’s owner do not learn that it is there', async () => {
    const room = draftRoom(await runStep({ type: 'write', may: ['add'] }), own())
    expect(await rightIn(guest.cookie, room)).toBe('edit')
    const another = await takeGuestSeat(services, workshop.code, undefined)
    const others = [another.cookie, await cookieOf('facilitator'), await memberCookie(services, project.userId)]
    for (const cookie of others) {
      expect(await enter(cookie, room)).toEqual(await enter(cookie, draftRoom(newId(), own())))
      expect(await rightIn(cookie, room)).toBe('no-room')
    }
  })

  test('is for reading once the workshop is over', async () => {
    const room = draftRoom(await runStep({ type: 'write', may: ['add'] }), own())
    await services.database.workshopRun.update({ where: { workshopId: workshop.id }, data: { stage: 'closed' } })
    expect(await rightIn(guest.cookie, room)).toBe('see')
  })

  test('is there for members who take part, and not for those who only look', async () => {
    const stepId = await runStep({ type: 'write', may: ['add'] })
    for (const [role, right] of [
      ['member', 'edit'],
      ['viewer', 'no-room'],
    ] as const) {
      const { userId } = await addMember(services, project.projectId, role, null)
      expect(await rightIn(await memberCookie(services, userId), draftRoom(stepId, `user:${userId}`))).toBe(right)
    }
  })

  test('is there only in steps of writing', async () => {
    expect(await rightIn(guest.cookie, draftRoom(await runStep({ type: 'vote', may: ['vote'] }), own()))).toBe('no-room')
  })
})

describe('authors', () => {
  test('stay those who made something first', async () => {
    const room = artefactRoom(artefactId)
    await keepAuthors(services, room, [{ itemId: 'note1', participantKey: 'seat:a', stepId: 's' }])
    await keepAuthors(services, room, [{ itemId: 'note1', participantKey: 'seat:b', stepId: 's' }])
    expect(await authorsOf(services, artefactId)).toEqual(new Map([['note1', 'seat:a']]))
  })
})
