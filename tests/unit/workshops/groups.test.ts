import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mixing } from '../../../app/workshops/model/steps'
import { groupOf, groupsOf, makeGroups, movePerson, placeWhoCameLate, renameGroup } from '../../../app/workshops/run/groups.server'
import { plannedWorkshop, type PlannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let workshop: PlannedWorkshop
let step: string

beforeEach(async () => {
  services = await temporaryServices()
  workshop = await plannedWorkshop(services, (artefactId) => [
    { title: 'Pienryhmät', type: 'breakout', artefactId, place: 'runko', settings: { copyPlace: true } },
    { title: 'Keskustelu' },
  ])
  step = workshop.stepIds[0] ?? ''
  await workshop.move('start')
})

afterEach(() => services.close())

async function make(count: number, mixing: Mixing = 'mixed') {
  const nameOf = (number: number) => `Ryhmä ${number}`
  await makeGroups(services, await workshop.record(), step, { count, mixing, nameOf })
  return groupsOf(services, step)
}

const peopleIn = (groups: Awaited<ReturnType<typeof make>>) =>
  groups.map(({ members }) => members.map(({ participantKey }) => participantKey))

describe('breakout groups', () => {
  test('take in everybody who is here, those of one organisation apart', async () => {
    const [a1, b1, a2, b2] = [await workshop.guest(0), await workshop.guest(1), await workshop.guest(0), await workshop.guest(1)]
    const groups = peopleIn(await make(2))
    expect(groups.map(({ length }) => length)).toEqual([2, 2])
    for (const [one, other] of [[a1, a2], [b1, b2]]) {
      expect(groups.findIndex((group) => group.includes(one ?? ''))).not.toBe(groups.findIndex((group) => group.includes(other ?? '')))
    }
  })

  test('get a frame each on the step’s board, filled with what its place holds, once', async () => {
    const groups = await make(2)
    await make(2)
    expect(services.liveWorkshops.changes).toEqual([
      {
        artefactId: workshop.board,
        change: {
          do: 'make-frames',
          frames: groups.map(({ id, name }) => ({ id, name: `Pienryhmät: ${name}` })),
          copyOf: 'runko',
        },
      },
    ])
    expect((await groupsOf(services, step)).map(({ frame }) => frame)).toEqual(groups.map(({ id }) => id))
  })

  test('mixed anew stay the same groups with other people; fewer of them keep the first', async () => {
    for (let guest = 0; guest < 6; guest++) await workshop.guest(guest % 3)
    const before = await make(3)
    const after = await make(2)
    expect(after.map(({ id }) => id)).toEqual(before.slice(0, 2).map(({ id }) => id))
    expect(peopleIn(after).flat()).toHaveLength(6)
  })

  test('leave facilitators out: they go from group to group', async () => {
    const { userId } = await services.database.membership.findFirstOrThrow({ where: { role: 'owner' } })
    services.liveWorkshops.here.set(workshop.id, [`user:${userId}`])
    await workshop.guest()
    expect(peopleIn(await make(2)).flat()).toHaveLength(1)
    expect(await groupOf(services, step, `user:${userId}`)).toBeNull()
  })

  test('are told to everybody by name and size, and to each one their own with who is in it', async () => {
    const key = await workshop.guest(0)
    const groups = await make(2)
    await workshop.move('pause')
    const people = workshop.told().step?.groups.map(({ people: count }) => count) ?? []
    expect(people.reduce((sum, count) => sum + count, 0)).toBe(1)
    const own = await groupOf(services, step, key)
    expect(groups.map(({ id }) => id)).toContain(own?.id)
    expect(own).toMatchObject({ frame: own?.id, people: ['Aino'] })
  })
})

describe('whoever comes late', () => {
  test('is put into the smallest group by asking, once, and everybody is told', async () => {
    for (let guest = 0; guest < 3; guest++) await workshop.guest(guest)
    const small = (await make(2)).find(({ members }) => members.length === 1)
    const late = await workshop.guest(0)
    const turn = workshop.told().turn
    const answers = await Promise.all([groupOf(services, step, late), groupOf(services, step, late)])
    expect(answers.map((group) => group?.id)).toEqual([small?.id, small?.id])
    expect(workshop.told().turn).toBe(turn + 1)
    expect(peopleIn(await groupsOf(services, step)).flat()).toHaveLength(4)
  })

  test('has a group as soon as their page is opened; whom the facilitator keeps out stays out', async () => {
    const early = await workshop.guest(0)
    const since = new Date(services.now() - 60_000)
    const seen = { workshopId: workshop.id, participantKey: early, firstSeenAt: since, lastSeenAt: since }
    await services.database.attendee.create({ data: seen })
    await make(2)
    await movePerson(services, await workshop.record(), step, early, null)
    const late = await workshop.guest(1)
    for (const key of [early, late]) await placeWhoCameLate(services, workshop.id, key)
    expect(peopleIn(await groupsOf(services, step)).flat()).toEqual([late])
  })

  test('waits for the facilitator where people are put into groups by hand, and where there are none', async () => {
    const late = await workshop.guest(0)
    expect(await groupOf(services, step, late)).toBeNull()
    await make(2, 'by-hand')
    expect(await groupOf(services, step, late)).toBeNull()
  })

  test('is put into none of a step that is over', async () => {
    await make(2)
    await workshop.move('next')
    expect(await groupOf(services, step, await workshop.guest(0))).toBeNull()
  })
})

describe('by hand', () => {
  test('somebody is moved from group to group, and out of them', async () => {
    const key = await workshop.guest(0)
    const [one, other] = await make(2, 'by-hand')
    const record = await workshop.record()
    await movePerson(services, record, step, key, one?.id ?? '')
    await movePerson(services, record, step, key, other?.id ?? '')
    expect(peopleIn(await groupsOf(services, step))).toEqual([[], [key]])
    await movePerson(services, record, step, key, null)
    expect(peopleIn(await groupsOf(services, step))).toEqual([[], []])
  })

  test('nobody is moved who is not of this workshop, and nobody into a group of another', async () => {
    const [one] = await make(2, 'by-hand')
    const record = await workshop.record()
    expect(await movePerson(services, record, step, 'seat:0000000000000000', one?.id ?? '')).toBe(false)
    const key = await workshop.guest(0)
    expect(await movePerson(services, record, step, key, '0000000000000000')).toBe(false)
    expect(await movePerson(services, { id: 'other', projectId: record.projectId }, step, key, one?.id ?? '')).toBe(false)
  })

  test('a group is renamed', async () => {
    const [one] = await make(2, 'by-hand')
    expect(await renameGroup(services, await workshop.record(), one?.id ?? '', 'Nuoret')).toBe(true)
    expect((await groupsOf(services, step))[0]?.name).toBe('Nuoret')
  })
})
