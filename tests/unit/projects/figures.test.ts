import { unzipSync, strFromU8 } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { translatorFor } from '../../../app/i18n/catalogue.server'
import { languages } from '../../../app/i18n/languages'
import { figuresFile } from '../../../app/projects/figures/figures-files.server'
import { figuresOf } from '../../../app/projects/figures/figures.server'
import { projectFigures, type CountedPerson, type HeldWorkshop } from '../../../app/projects/figures/figures'
import { giveFeedback } from '../../../app/workshops/feedback/feedback.server'
import { setSeatRevoked } from '../../../app/workshops/seat.server'
import { setDoor } from '../../../app/workshops/workshop.server'
import { addMember, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const none = { worth: null, heard: null, clear: null }

function person(key: string, organisation = '', given: Partial<CountedPerson> = {}): CountedPerson {
  return { key, organisation, organisationId: organisation || null, organisationType: null, facilitates: false, ...given }
}

function held(id: string, people: CountedPerson[], given: Partial<HeldWorkshop> = {}): HeldWorkshop {
  const startedAt = new Date('2026-11-18T07:00:00Z')
  const endedAt = new Date('2026-11-18T09:45:00Z')
  return { id, title: id, startedAt, endedAt, people, feedback: 0, means: none, decisions: 0, artefactIds: [], reportId: null, ...given }
}

describe('the running count', () => {
  test('counts everybody once in each workshop, and says between what the number of different people is', () => {
    const { total } = projectFigures([
      held('one', [person('user:a'), person('seat:1'), person('seat:2')]),
      held('two', [person('user:a'), person('seat:3')]),
    ])
    expect(total).toMatchObject({ workshops: 2, participations: 5, people: { least: 3, most: 4 } })
  })

  test('counts whoever leads beside the participants, not among them', () => {
    const figures = projectFigures([held('one', [person('user:a', 'Kela', { facilitates: true }), person('seat:1')])])
    expect(figures.workshops[0]).toMatchObject({ participants: 1, facilitators: 1, organisations: 0 })
    expect(figures.total).toMatchObject({ participations: 1, facilitations: 1, organisations: 0 })
  })

  test('counts an organisation once, by its place on the list or by the name that guests wrote', () => {
    const municipality = { organisationType: 'municipality' } as const
    const { total } = projectFigures([
      held('one', [person('seat:1', 'Oulainen', municipality), person('seat:2', 'Oulainen', municipality)]),
      held('two', [
        person('seat:3', 'Oulainen', municipality),
        person('seat:4', 'Paja ry', { organisationId: null }),
        person('seat:5', ' paja RY', { organisationId: null }),
        person('seat:6'),
      ]),
    ])
    expect(total.organisations).toBe(2)
    expect(total.organisationsByType).toMatchObject({ municipality: 1, other: 1 })
    expect(total.participationsByType).toMatchObject({ municipality: 3, other: 3 })
  })

  test('adds up hours, and weighs means by how many answered', () => {
    const mean = (value: number, answers: number) => ({ ...none, worth: { mean: value, answers } })
    const { total, workshops } = projectFigures([
      held('one', [], { means: mean(5, 3), feedback: 3 }),
      held('two', [], { means: mean(3, 9), feedback: 9, endedAt: null }),
    ])
    expect(workshops.map(({ hours }) => hours)).toEqual([2.8, null])
    expect(total).toMatchObject({ hours: 2.8, feedback: 12, means: { worth: 3.5, heard: null } })
  })

  test('of a project without workshops is nothing at all', () => {
    expect(projectFigures([]).total).toMatchObject({ workshops: 0, participations: 0, people: { least: 0, most: 0 }, means: none })
  })
})

describe('a project', () => {
  let services: TemporaryServices
  let project: Awaited<ReturnType<typeof projectWithOwner>>

  beforeEach(async () => {
    services = await temporaryServices()
    project = await projectWithOwner(services)
  })

  afterEach(() => services.close())

  const startRun = (workshopId: string) =>
    services.database.workshopRun.create({ data: { workshopId, stage: 'running', startedAt: new Date(services.now()) } })
  const closeRun = (workshopId: string) =>
    services.database.workshopRun.update({ where: { workshopId }, data: { stage: 'closed', closedAt: new Date(services.now()) } })

  test('counts the workshops that were closed, with those who came while they ran', async () => {
    const workshop = await openWorkshop(services, project.projectId, [])
    await takeGuestSeat(services, workshop.code, project.organisations[0]?.id)
    services.pass(60_000)
    await startRun(workshop.id)
    const inTime = await takeGuestSeat(services, workshop.code, project.organisations[1]?.id, '192.0.2.2')
    services.pass(1000)
    const removed = await takeGuestSeat(services, workshop.code, null, '192.0.2.3')
    await setSeatRevoked(services, { id: removed.seatId, workshopId: workshop.id, projectId: project.projectId }, true, 'server')
    const member = await addMember(services, project.projectId, 'member', project.organisations[2]?.id ?? null)
    const at = new Date(services.now())
    for (const participantKey of [`user:${member.userId}`, `user:${project.userId}`]) {
      await services.database.attendee.create({ data: { workshopId: workshop.id, participantKey, firstSeenAt: at, lastSeenAt: at } })
    }
    expect((await figuresOf(services, project.projectId)).total.workshops).toBe(0)

    services.pass(90 * 60_000 - 1000)
    await closeRun(workshop.id)
    const said = { worth: 4, heard: null, clear: null, words: '', mayBeNamed: false }
    await giveFeedback(services, { workshopId: workshop.id, participantKey: `seat:${inTime.seatId}` }, said)
    const { workshops, total } = await figuresOf(services, project.projectId)
    expect(workshops).toMatchObject([
      {
        title: 'Roolit ja rajapinnat',
        hours: 1.5,
        participants: 2,
        facilitators: 1,
        organisations: 2,
        participantsByType: { municipality: 1, authority: 1 },
        feedback: 1,
        // One answer alone would tell whose it is.
        means: none,
      },
    ])
    expect(total).toMatchObject({ workshops: 1, participations: 2, people: { least: 2, most: 2 } })
  })

  test('counts one that was held without its agenda by its seats, when its time is over', async () => {
    const workshop = await openWorkshop(services, project.projectId, [])
    await takeGuestSeat(services, workshop.code, project.organisations[0]?.id)
    await setDoor(services, workshop, false, 'server')
    expect((await figuresOf(services, project.projectId)).total.workshops).toBe(0)
    services.pass(25 * 60 * 60_000)
    expect((await figuresOf(services, project.projectId)).total).toMatchObject({ workshops: 1, participations: 1, hours: 0 })
  })

  test('counts nothing of another project', async () => {
    const other = await projectWithOwner(services)
    const workshop = await openWorkshop(services, other.projectId, [])
    await startRun(workshop.id)
    await closeRun(workshop.id)
    expect((await figuresOf(services, project.projectId)).total.workshops).toBe(0)
    expect((await figuresOf(services, other.projectId)).total.workshops).toBe(1)
  })
})

describe('the figures as a file', () => {
  const figures = projectFigures([
    held('=HYPERLINK("http://paha.example";"Avaa")', [person('seat:1', 'Oulainen', { organisationType: 'municipality' })], {
      means: { ...none, worth: { mean: 4.25, answers: 4 } },
      feedback: 4,
    }),
    held('Toinen; "lainattu"', [], { startedAt: new Date('2026-12-31T22:30:00Z'), endedAt: null }),
  ])

  test('in CSV have a header, a row a workshop and the total, and run nothing', async () => {
    const bytes = await figuresFile('csv', figures, translatorFor('fi'))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]).toMatch(/^Päivä;Työpaja;Tunteja;Osallistujia;Kunta;Viranomainen;/)
    expect(lines[1]).toMatch(/^18\.11\.2026;"'=HYPERLINK\(""http:\/\/paha\.example"";""Avaa""\)";2,8;1;1;0;/)
    expect(lines[1]).toContain(';4;4,25;;;')
    // Midnight has passed on the wall in Finland.
    expect(lines[2]).toMatch(/^1\.1\.2027;"Toinen; ""lainattu""";;0;/)
    expect(lines[3]).toMatch(/^;Yhteensä;2,8;1;1;0;/)
    expect(lines).toHaveLength(5)
    expect(lines[4]).toBe('')
  })

  test.each(languages)('in XLSX (%s) have real numbers and dates, texts that are texts, and a header that stays', async (language) => {
    const parts = unzipSync(await figuresFile('xlsx', figures, translatorFor(language)))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const sheet = part('xl/worksheets/sheet1.xml')
    // 18.11.2026 is day 46344 of a spreadsheet, 1.1.2027 day 46388.
    expect(sheet).toContain('<v>46344</v>')
    expect(sheet).toContain('<v>46388</v>')
    expect(sheet).toContain('<v>4.25</v>')
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<col [^>]*width="40/)
    expect(sheet).not.toContain('<f>')
    const everything = Object.keys(parts).map(part).join('')
    expect(everything).toContain('=HYPERLINK(')
    expect(everything).not.toMatch(/<f[ >]/)
    expect(part('xl/worksheets/sheet2.xml')).not.toBe('')
    // Each cell's style says how it is written: dates as days.
    expect(part('xl/styles.xml')).toContain('d.m.yyyy')
  })
})
