import type { AppLoadContext } from 'react-router'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { enterWorkshop } from '../../../app/workshops/enter.server'
import { loadFeedbackPage, postFeedback } from '../../../app/workshops/feedback/feedback-page.server'
import { feedbackSummary, giveFeedback } from '../../../app/workshops/feedback/feedback.server'
import { summarise } from '../../../app/workshops/feedback/summarise'
import { setSeatRevoked } from '../../../app/workshops/seat.server'
import { setDoor } from '../../../app/workshops/workshop.server'
import { addMember, memberCookie, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const hour = 60 * 60 * 1000

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let workshop: Awaited<ReturnType<typeof openWorkshop>>

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  workshop = await openWorkshop(services, project.projectId, [])
})

afterEach(() => services.close())

type Said = Partial<Record<'worth' | 'heard' | 'clear' | 'words' | 'mayBeNamed', string>>

function asking(cookie: string, said?: Said): [Request, AppLoadContext] {
  const context = { services, address: '192.0.2.1', nonce: '' }
  const url = `http://localhost:3000/workshops/${workshop.id}/feedback`
  const headers = { cookie }
  const request = said
    ? new Request(url, { method: 'POST', headers, body: new URLSearchParams(said) })
    : new Request(url, { headers })
  return [request, context]
}

const say = async (cookie: string, said: Said, workshopId = workshop.id) => {
  const { data, init } = await postFeedback(...asking(cookie, said), workshopId)
  return { ...data, status: init?.status ?? 200 }
}

const look = (cookie: string, workshopId = workshop.id) => loadFeedbackPage(...asking(cookie), workshopId)

/** The status of what was thrown. */
async function refusal(entering: Promise<unknown>): Promise<number> {
  const thrown: unknown = await entering.then(
    () => new Response(null, { status: 200 }),
    (error: unknown) => error,
  )
  return thrown instanceof Response ? thrown.status : (thrown as { init: { status: number } }).init.status
}

async function close() {
  await services.database.workshopRun.upsert({
    where: { workshopId: workshop.id },
    create: { workshopId: workshop.id, stage: 'closed', closedAt: new Date(services.now()) },
    update: { stage: 'closed', closedAt: new Date(services.now()) },
  })
}

async function beginFeedbackStep() {
  await services.database.stepRun.create({
    data: { workshopId: workshop.id, stepId: 'step', type: 'feedback', title: 'Palaute', startedAt: new Date(services.now()) },
  })
}

describe('a participant', () => {
  test('is asked once the feedback step has begun, and may go on after it', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    expect(await say(cookie, { worth: '5' })).toMatchObject({ status: 409, refused: 'not-yet' })
    await beginFeedbackStep()
    expect(await say(cookie, { worth: '5' })).toMatchObject({ status: 200, kept: true })
    expect((await look(cookie)).own).toMatchObject({ time: 'open', given: true, worth: 5, heard: null, words: '' })
  })

  test('has one say, which they can change and take away', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await close()
    await say(cookie, { worth: '2', words: ' Liian\r\nlyhyt ' })
    await say(cookie, { worth: '4', heard: '3', clear: '', words: 'Sopiva' })
    expect(await services.database.feedback.findMany()).toMatchObject([{ worth: 4, heard: 3, clear: null, words: 'Sopiva' }])
    await say(cookie, { worth: '', words: '' })
    expect(await services.database.feedback.count()).toBe(0)
  })

  test('who presses twice at once is counted once', async () => {
    const { seatId } = await takeGuestSeat(services, workshop.code)
    await close()
    const giver = { workshopId: workshop.id, participantKey: `seat:${seatId}` }
    const said = { worth: 5, heard: 5, clear: 5, words: '', mayBeNamed: false }
    await Promise.all(Array.from({ length: 8 }, () => giveFeedback(services, giver, said)))
    expect((await feedbackSummary(services, workshop.id)).given).toBe(1)
  })

  test('is named in the report only when they said so, and can take it back', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await close()
    expect((await look(cookie)).own?.mayBeNamed).toBe(false)
    await say(cookie, { mayBeNamed: 'on' })
    expect((await look(cookie)).own?.mayBeNamed).toBe(true)
    await say(cookie, { worth: '3' })
    expect((await look(cookie)).own?.mayBeNamed).toBe(false)
  })

  test('cannot change it once the report is made', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await close()
    await say(cookie, { worth: '5' })
    await services.database.artefact.create({
      data: { id: 'report0000000000', projectId: project.projectId, kind: 'workshop-report', title: 'Raportti' },
    })
    await services.database.workshop.update({ where: { id: workshop.id }, data: { reportId: 'report0000000000' } })
    expect(await say(cookie, { worth: '1' })).toMatchObject({ status: 409, refused: 'report-made' })
    expect(await services.database.feedback.findMany()).toMatchObject([{ worth: 5 }])
  })

  test('is asked again for what is no answer: another number, other words in its place, too many words', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await close()
    for (const said of [{ worth: '6' }, { heard: '0' }, { clear: '4.5' }, { worth: '{"not":""}' }, { words: 'a'.repeat(501) }]) {
      expect((await say(cookie, said)).status, JSON.stringify(said)).toBe(400)
    }
    expect(await services.database.feedback.count()).toBe(0)
  })
})

describe('after the door is closed', () => {
  const closeAll = async () => {
    await close()
    await setDoor(services, workshop, false, 'server')
  }

  test('a guest may still give feedback for a day, and do nothing else', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await closeAll()
    services.pass(23 * hour)
    expect(await say(cookie, { worth: '4' })).toMatchObject({ kept: true })
    const page = await look(cookie)
    expect(page).toMatchObject({ own: { worth: 4 }, summary: null, workshop: { backHere: false } })
    expect(await refusal(enterWorkshop(...asking(cookie), workshop.id))).toBe(403)
    services.pass(hour)
    expect(await refusal(say(cookie, { worth: '1' }))).toBe(403)
  })

  test('who came only after the end has nothing to say of it', async () => {
    await close()
    services.pass(1000)
    const { cookie } = await takeGuestSeat(services, workshop.code)
    expect((await look(cookie)).own).toBeNull()
    expect(await refusal(say(cookie, { worth: '1' }))).toBe(403)
  })

  test('a guest whose door closed before the end waits for it to open', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await beginFeedbackStep()
    await setDoor(services, workshop, false, 'server')
    expect(await refusal(look(cookie))).toBe(403)
  })

  test('a guest who was removed, one of another workshop and a stranger may not', async () => {
    const removed = await takeGuestSeat(services, workshop.code)
    const elsewhere = await openWorkshop(services, project.projectId, [])
    const other = await takeGuestSeat(services, elsewhere.code)
    await setSeatRevoked(services, { id: removed.seatId, workshopId: workshop.id, projectId: project.projectId }, true, 'server')
    await closeAll()
    expect(await refusal(say(removed.cookie, { worth: '1' }))).toBe(403)
    expect(await refusal(say(other.cookie, { worth: '1' }))).toBe(404)
    expect(await refusal(say('', { worth: '1' }))).toBe(401)
    expect(await services.database.feedback.count()).toBe(0)
  })
})

describe('somebody with an account', () => {
  test('gives feedback on a workshop that they were in, and on no other', async () => {
    const { userId } = await addMember(services, project.projectId, 'member', null)
    const cookie = await memberCookie(services, userId)
    await close()
    expect((await look(cookie)).own).toBeNull()
    expect(await refusal(say(cookie, { worth: '5' }))).toBe(403)
    const now = new Date(services.now())
    await services.database.attendee.create({
      data: { workshopId: workshop.id, participantKey: `user:${userId}`, firstSeenAt: now, lastSeenAt: now },
    })
    expect(await say(cookie, { worth: '5' })).toMatchObject({ kept: true })
  })

  test('who only looks on may not', async () => {
    const { userId } = await addMember(services, project.projectId, 'viewer', null)
    expect(await refusal(look(await memberCookie(services, userId)))).toBe(403)
  })

  test('sees what all said together only where they facilitate', async () => {
    const member = await addMember(services, project.projectId, 'member', null)
    expect((await look(await memberCookie(services, member.userId))).summary).toBeNull()
    expect((await look(await memberCookie(services, project.userId))).summary).toMatchObject({ given: 0 })
  })
})

describe('what is stored', () => {
  test('names nobody, tells no time of day, and cannot be matched without the server’s secret', async () => {
    const { cookie, seatId } = await takeGuestSeat(services, workshop.code)
    await close()
    await say(cookie, { worth: '4', words: 'Hyvä' })
    const [row] = await services.database.feedback.findMany()
    expect(JSON.stringify(row)).not.toContain(seatId)
    expect(row?.at.toISOString()).toBe('2026-11-18T00:00:00.000Z')
    const other = { ...services, settings: { ...services.settings, sessionSecret: 'another secret, also long enough' } }
    await giveFeedback(other, { workshopId: workshop.id, participantKey: `seat:${seatId}` }, { worth: 1, heard: null, clear: null, words: '', mayBeNamed: false })
    expect(await services.database.feedback.count()).toBe(2)
  })
})

describe('what all said together', () => {
  const row = (givenBy: string, worth: number | null, words = '') => ({ givenBy, worth, heard: null, clear: null, words })

  test('is a number alone until three have answered', () => {
    expect(summarise([row('a', 5, 'Hieno'), row('b', 1)])).toMatchObject({
      given: 2,
      questions: [{ answers: 2, shown: null }, { answers: 0, shown: null }, { answers: 0, shown: null }],
      words: null,
    })
  })

  test('then tells how many chose what, and the mean, of each question that three answered', () => {
    const summary = summarise([row('a', 5), row('b', 4), row('c', 4), row('d', null)])
    expect(summary.given).toBe(4)
    expect(summary.questions[0]).toMatchObject({ answers: 3, shown: { counts: [0, 0, 0, 2, 1] } })
    expect(summary.questions[0]?.shown?.mean).toBeCloseTo(4.333, 3)
  })

  test('says words in an order that is not that of their coming', () => {
    const summary = summarise([row('c', 3, 'ensimmäinen'), row('a', 3, 'toinen'), row('b', 3, 'kolmas')])
    expect(summary.words).toEqual(['toinen', 'kolmas', 'ensimmäinen'])
  })
})
