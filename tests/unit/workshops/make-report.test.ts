import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { binArtefact, findArtefact, lockArtefact } from '../../../app/artefacts/artefacts.server'
import { loadKind } from '../../../app/artefacts/registry'
import type { WorkshopReport } from '../../../app/artefacts/workshop-report/model/content'
import { exportArtefact } from '../../../app/exports/export.server'
import { writeDocument } from '../../../app/exports/write-document.server'
import { newId } from '../../../app/lib/id'
import { listVersions } from '../../../app/versions/versions.server'
import { makeReport, reportStanding } from '../../../app/workshops/report/make-report.server'
import { addArtefact, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const minute = 60_000

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let board: string
let workshop: Awaited<ReturnType<typeof openWorkshop>>
let facilitator: MemberParticipant

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  board = await addArtefact(services, project.projectId)
  workshop = await openWorkshop(services, project.projectId, [board])
  facilitator = {
    kind: 'member',
    userId: project.userId,
    name: 'Omistaja',
    installationOwner: true,
    memberships: [{ projectId: project.projectId, role: 'owner', organisationId: null }],
  }
})

afterEach(() => services.close())

async function begin() {
  await services.database.workshopRun.create({
    data: { workshopId: workshop.id, stage: 'running', startedAt: new Date(services.now()) },
  })
}

async function end() {
  await services.database.workshopRun.update({
    where: { workshopId: workshop.id },
    data: { stage: 'closed', closedAt: new Date(services.now()) },
  })
}

/** A board with a frame, two notes in a group and one outside it, through the kind's own operations. */
async function writeOnBoard(frame: string) {
  const face = await (await loadKind('cooperation-model')).loadWorkshopFace()
  const { Doc } = await import('yjs')
  const { contentRoot } = await import('../../../app/document/layout')
  const root = contentRoot(new Doc())
  const kind = await loadKind('cooperation-model')
  kind.seed(root, { items: [], connectors: [] })
  face.change(root, { do: 'make-frames', frames: [{ id: frame, name: 'Ideat' }], copyOf: null })
  const note = (text: string) => ({ id: newId(), text, author: '', origin: '' })
  const notes = [note('Yksi luukku'), note('Sama numero'), note('Kuka kokoaa?')]
  face.notes?.addNotes(root, frame, notes)
  face.notes?.gather(root, notes.slice(0, 2).map(({ id }) => id), 'Asiointi')
  services.rooms.set(board, { kind: 'cooperation-model', content: kind.read(root), sequence: 1 })
}

async function addStep(step: { type: string; title: string; place?: string }) {
  const id = newId()
  const order = await services.database.workshopStep.count()
  await services.database.workshopStep.create({
    data: { id, workshopId: workshop.id, order, artefactId: board, may: '["add"]', minutes: 10, ...step },
  })
  return id
}

const make = () => makeReport(services, facilitator, workshop.id, 'fi')

async function madeReport(): Promise<{ id: string; content: WorkshopReport }> {
  const made = await make()
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return { id: made.artefactId, content: services.rooms.get(made.artefactId)?.content as WorkshopReport }
}

/** What a reader of its Markdown sees. */
async function asMarkdown(artefactId: string): Promise<string> {
  services.exporter.render = (format, document) => writeDocument(format, document, 'fi')
  const artefact = await findArtefact(services, artefactId)
  const file = artefact && (await exportArtefact(services, artefact, { version: null, format: 'md', language: 'fi' }))
  return new TextDecoder().decode(file?.bytes)
}

const sectionOf = ({ sections }: WorkshopReport, id: string) => sections.find((one) => one.id === id)

describe('a closed workshop', () => {
  test('writes its report from what happened in it, as an artefact of the project', async () => {
    const frame = newId()
    await writeOnBoard(frame)
    const step = await addStep({ type: 'write', title: 'Mitä kokeillaan?', place: frame })
    await begin()
    const { seatId } = await takeGuestSeat(services, workshop.code, project.organisations[0]?.id)
    await services.database.attendee.create({
      data: {
        workshopId: workshop.id,
        participantKey: `seat:${seatId}`,
        firstSeenAt: new Date(services.now()),
        lastSeenAt: new Date(services.now()),
        mayBeNamed: true,
      },
    })
    const startedAt = new Date(services.now())
    services.pass(12 * minute)
    const endedAt = new Date(services.now())
    await services.database.stepRun.create({
      data: { workshopId: workshop.id, stepId: step, type: 'write', title: 'Mitä kokeillaan?', startedAt, endedAt },
    })
    await services.database.decision.create({
      data: {
        id: newId(),
        workshopId: workshop.id,
        order: 0,
        text: 'Kokeillaan yhtä luukkua',
        organisationName: 'Haapavesi',
        due: '2027-03-31',
        createdAt: endedAt,
        carried: { create: { id: newId(), artefactId: board, itemId: 'x', what: 'actor', at: endedAt } },
      },
    })
    await end()

    const { id, content } = await madeReport()
    expect(await findArtefact(services, id)).toMatchObject({
      kind: 'workshop-report',
      title: 'Roolit ja rajapinnat: raportti',
      projectId: project.projectId,
    })
    expect(sectionOf(content, 'agenda')?.table?.rows[0]?.cells).toEqual([
      'Mitä kokeillaan?',
      'Kirjoittaminen',
      '10 min',
      'klo 9.00–9.12, 12 min',
    ])
    expect(sectionOf(content, 'attendance')?.table?.rows[0]?.cells).toEqual(['Haapavesi', 'Kunta', '1', 'palveluohjaaja'])
    expect(sectionOf(content, 'attendance')?.text).toContain('- Aino, Haapavesi, palveluohjaaja')
    // Of the project's organisations it names those that were there.
    expect(await asMarkdown(id)).not.toContain(project.organisations[1]?.name ?? '')
    expect(sectionOf(content, 'board-1')).toMatchObject({ heading: 'Ideat (Yhteistyömalli)' })
    expect(sectionOf(content, 'board-1')?.text).toContain('Ryhmä ”Asiointi”, 2 lappua:')
    expect(sectionOf(content, 'board-1')?.text).toContain('- Kuka kokoaa?')
    expect(sectionOf(content, 'decisions')?.table?.rows[0]?.cells).toEqual([
      'Kokeillaan yhtä luukkua',
      'Haapavesi',
      '31.3.2027',
      '–',
      'Toimija: Yhteistyömalli',
    ])
    expect(await reportStanding(services, workshop.id)).toEqual({ closed: true, artefactId: id, feedback: 0 })
  })

  test('makes one report, however many press at once', async () => {
    await begin()
    await end()
    const made = await Promise.all([make(), make(), make()])
    expect(new Set(made.map((one) => ('artefactId' in one ? one.artefactId : one.outcome))).size).toBe(1)
    expect(await services.database.artefact.count({ where: { kind: 'workshop-report' } })).toBe(1)
  })

  test('writes it again into the same artefact, and keeps what people had written as a version', async () => {
    await begin()
    await end()
    const { id, content } = await madeReport()
    const edited = { sections: content.sections.map((section) => ({ ...section, text: 'Korjattu käsin' })) }
    services.rooms.set(id, { kind: 'workshop-report', content: edited, sequence: 2 })
    expect((await madeReport()).id).toBe(id)
    expect(services.rooms.get(id)?.content).toEqual(content)
    const [kept] = await listVersions(services, id)
    expect(kept?.name).toBe('Ennen raportin tekemistä uudelleen')
    const stored = await services.database.version.findFirstOrThrow({ where: { artefactId: id } })
    expect(stored.content).toContain('Korjattu käsin')
  })

  test('leaves a locked report alone, and makes a new one beside one that was binned', async () => {
    await begin()
    await end()
    const { id } = await madeReport()
    const artefact = { id, projectId: project.projectId, title: '' }
    await lockArtefact(services, { participant: facilitator, artefact }, true)
    expect(await make()).toEqual({ outcome: 'locked' })
    await lockArtefact(services, { participant: facilitator, artefact }, false)
    await binArtefact(services, { participant: facilitator, artefact })
    expect((await reportStanding(services, workshop.id)).artefactId).toBeNull()
    const { id: second } = await madeReport()
    expect(second).not.toBe(id)
    expect((await reportStanding(services, workshop.id)).artefactId).toBe(second)
  })

  test('tells nothing of votes that were never shown', async () => {
    services.rooms.set(board, { kind: 'cooperation-model', content: { items: [], connectors: [] }, sequence: 1 })
    const step = await addStep({ type: 'vote', title: 'Salainen äänestys' })
    await services.database.ballot.create({
      data: { id: newId(), stepId: step, voterKey: 'user:x', dots: '{}', castAt: new Date(services.now()) },
    })
    await begin()
    await end()
    const { content } = await madeReport()
    expect(content.sections.some(({ id }) => id.startsWith('vote'))).toBe(false)
  })

  test('whose board cannot be read just now makes no half report', async () => {
    await addStep({ type: 'write', title: 'Ideat' })
    await begin()
    await end()
    await expect(make()).rejects.toThrow()
    expect(await services.database.artefact.count({ where: { kind: 'workshop-report' } })).toBe(0)
    expect((await reportStanding(services, workshop.id)).artefactId).toBeNull()
  })
})

describe('a workshop that is not closed', () => {
  test('makes no report', async () => {
    expect(await make()).toEqual({ outcome: 'not-closed' })
    await begin()
    expect(await make()).toEqual({ outcome: 'not-closed' })
  })
})
