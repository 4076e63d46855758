import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentRoot } from '../../app/document/layout'
import { newId } from '../../app/lib/id'
import { artefactRoom, draftRoom, workshopRoom, type ParticipantKey } from '../../app/sync/room-name'
import { addNote } from '../../app/workshops/private-notes/notes'
import { announceLive } from '../../app/workshops/run/live-run.server'
import { reveal } from '../../app/workshops/run/reveal.server'
import { liveProject, type LiveProject, type Place } from '../support/access/live-project'
import { runWritingStep } from '../support/access/writing-step'
import { closeRawClients, RawClient, turn, waysIn, type WayIn } from '../support/sync/raw-client'
import { stopAll } from '../support/sync/server'

let project: LiveProject

beforeAll(async () => {
  project = await liveProject()
})

afterEach(() => closeRawClients())

afterAll(async () => {
  await project.close()
  await stopAll()
})

const words = 'Asiakas ei tiedä kenelle soittaa'

/** Types it letter by letter, as a browser sends it. */
async function write(client: RawClient): Promise<void> {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => client.sendUpdate(update))
  const id = addNote(contentRoot(doc), '') ?? ''
  const note = contentRoot(doc).get(id)
  const text = note instanceof Y.Map ? (note.get('text') as Y.Text) : new Y.Text()
  for (const [index, letter] of Array.from(words).entries()) text.insert(index, letter)
  await client.until(({ receipts }) => receipts.length > words.length, 'the receipts of every letter')
  expect(client.receipts.every((receipt) => receipt === 1)).toBe(true)
}

/** Of words that travel letter by letter and of those that travel whole. */
const traces = (id: string) => [Buffer.from(words), Buffer.from('kenelle'), Buffer.from(id)]

const heard = (clients: readonly RawClient[], trace: Buffer) =>
  clients.filter(({ messages }) => messages.some((message) => Buffer.from(message).includes(trace))).length

/** Everybody else, in every room that they may be in, by every way. */
async function listeners({ cookies, artefactId, workshopId }: Place, way: WayIn): Promise<RawClient[]> {
  const rooms = [artefactRoom(artefactId), workshopRoom(workshopId)]
  const others = [cookies.owner, cookies.facilitator, cookies.member, cookies.viewer, cookies['extra member']]
  return Promise.all(
    others.flatMap((cookie) => rooms.map((room) => new RawClient(project.sync, { room, way, cookie: cookie ?? '' }).sync())),
  )
}

describe('what somebody writes in private', () => {
  test.each(waysIn)('is on nobody else’s wire until it is shown, over %s', async (way) => {
    const place = await project.place()
    const stepId = await runWritingStep(project, place)
    const own = draftRoom(stepId, `seat:${place.guestSeatId}`)
    const others = await listeners(place, way)
    const writer = await new RawClient(project.sync, { room: own, way, cookie: place.cookies.guest ?? '' }).sync()
    await write(writer)
    // Everybody is told something meanwhile, so that what should not be there has had its time to come.
    await announceLive(project.services, place.workshopId)
    const isTold = ({ notices }: RawClient) => notices.filter(({ kind }) => kind === 'workshop').length > 1
    for (const client of others.filter((_, index) => index % 2 === 1)) await client.until(isTold, 'the news')
    const [note] = await project.services.liveWorkshops.draft(stepId, `seat:${place.guestSeatId}`)
    expect(note).toMatchObject({ text: words, shown: false })
    for (const trace of traces(note?.id ?? '')) expect(heard(others, trace)).toBe(0)

    expect(await reveal(project.services, place.workshopId, stepId)).toMatchObject({ outcome: 'done', shown: 1 })

    const onBoard = others.filter((_, index) => index % 2 === 0)
    for (const client of onBoard) await client.until(() => heard([client], Buffer.from(words)) === 1, 'the revealed note')
    expect(heard(onBoard, Buffer.from(words))).toBe(onBoard.length)
  })

  test.each(waysIn)('has a door that opens to its writer alone; the others are not told that it is there (%s)', async (way) => {
    const place = await project.place()
    const stepId = await runWritingStep(project, place)
    const owner: ParticipantKey = `seat:${place.guestSeatId}`
    const writer = await new RawClient(project.sync, { room: draftRoom(stepId, owner), way, cookie: place.cookies.guest ?? '' }).sync()
    await write(writer)
    const { owner: ofProject, facilitator, member, viewer, outsider } = place.cookies
    for (const cookie of [ofProject, facilitator, member, viewer, outsider]) {
      for (const room of [draftRoom(stepId, owner), draftRoom(newId(), owner)]) {
        const client = await new RawClient(project.sync, { room, way, cookie: cookie ?? '' }).settled()
        expect(client.status).toBe(404)
        expect(client.messages).toEqual([])
      }
    }
  })

  test('is refused from whom it does not belong to, though their connection is open elsewhere', async () => {
    const place = await project.place()
    const stepId = await runWritingStep(project, place)
    const member = await new RawClient(project.sync, {
      room: artefactRoom(place.artefactId),
      way: 'stream',
      cookie: place.cookies.member ?? '',
    }).sync()
    const id = 'id' in member.socket ? String(member.socket.id) : ''
    const room = draftRoom(stepId, `seat:${place.guestSeatId}`)
    const answer = await fetch(`${project.sync.origin}/sync/${room}?connection=${id}&batch=1`, {
      method: 'POST',
      headers: { cookie: place.cookies.member ?? '', origin: project.sync.origin },
      body: new Uint8Array(),
    })
    expect(answer.status).toBe(404)
    await turn()
    expect(member.closed).toBeUndefined()
  })
})
