import { rm } from 'node:fs/promises'
import * as Y from 'yjs'
import { z } from 'zod'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/running-server'
import type { HttpBrowser } from '../support/workshop/http-browser'
import { castBallot, ownBallot } from '../support/workshop/ballots'
import { Crowd, organisationOf } from '../support/workshop/crowd'
import { Overheard } from '../support/workshop/overheard'
import { prepareWorkshop, press, titles, type PreparedWorkshop } from '../support/workshop/prepared-workshop'
import { until, untilAsked } from '../support/workshop/until'
import { VotesCast } from '../support/workshop/votes-cast'

const PEOPLE = 60
const NOTES_EACH = 5
const WRITING_AT_ONCE = 10
/** In every private note, and in nothing else. */
const SECRET = 'vain omissa papereissani'

/** Sixty real sync clients go through one agenda on the server as built, in a process of its own. */
describe('a workshop of sixty, from the code to the report', { timeout: 60_000 }, () => {
  let server: RunningServer
  let workshop: PreparedWorkshop
  let crowd: Crowd
  const written: string[] = []
  const votes = new VotesCast()
  let targets: string[] = []

  beforeAll(async () => {
    // Every client of y-websocket listens for the end of the process.
    process.setMaxListeners(0)
    server = await startServer()
    workshop = await prepareWorkshop(server)
  })

  // Each goes on from the one before: after one that failed the others say nothing.
  let goesOn = true
  beforeEach(({ skip }) => skip(!goesOn, 'the one before failed'))
  afterEach(({ task }) => {
    goesOn &&= task.result?.state !== 'fail'
  })

  afterAll(async () => {
    crowd?.leave()
    workshop?.room.close()
    workshop?.board.client.close()
    await server?.stop()
    await rm(server.dataDirectory, { recursive: true, force: true })
  })

  const allBoardsEqual = () =>
    until(() => {
      const [first, ...others] = boards().map(({ client }) => Y.snapshot(client.doc))
      return others.every((snapshot) => first !== undefined && Y.equalSnapshots(first, snapshot))
    }, 'all boards are equal')

  const boards = () => crowd.people.map((person) => person.board(workshop.boardId))

  test('everybody who joins by the code is where the workshop is, also who comes late', async () => {
    const early = await Crowd.join(server.baseUrl, workshop.code, PEOPLE - 10)
    await press(workshop, 'start')
    await early.toldThat(({ step }) => step?.title === titles.welcome, 'it has begun')
    await press(workshop, 'next')
    const late = await Crowd.join(server.baseUrl, workshop.code, 10, PEOPLE - 10)
    crowd = new Crowd([...early.people, ...late.people])
    await crowd.toldThat(({ step }) => step?.title === titles.write, 'they write')
    expect(new Set(crowd.people.map(({ key }) => key)).size).toBe(PEOPLE)
  })

  test('what is written in private is on nobody else’s wire', async () => {
    await crowd.each((person) => person.openBoard(workshop.boardId))
    const overheard = new Overheard(SECRET, crowd.people)
    for (let from = 0; from < PEOPLE; from += WRITING_AT_ONCE) {
      const writing = crowd.people.slice(from, from + WRITING_AT_ONCE)
      await Promise.all(
        writing.map(async (person, index) => {
          const draft = await person.openDraft(workshop.steps.write)
          for (let note = 1; note <= NOTES_EACH; note += 1) {
            const text = `Ajatus ${from + index + 1}.${note}, ${SECRET}`
            draft.write(text)
            written.push(text)
          }
          await draft.saved(NOTES_EACH)
        }),
      )
    }
    const held = await crowd.person(0).openDraft(workshop.steps.write)
    held.holdBack(held.write(`Tämän pidän itselläni, ${SECRET}`))
    await held.saved(NOTES_EACH + 2)
    const other = await crowd.person(1).browser.page(`/workshops/${workshop.id}/live`)
    expect(other.html).not.toContain(SECRET)
    // What all are told: only who hears that can be said to have heard nothing of the notes.
    await press(workshop, 'add-time', { minutes: '1' })
    const turn = workshop.room.state?.turn ?? Infinity
    await crowd.toldThat((state) => state.turn >= turn, 'there is more time')
    expect(overheard.frames).toBeGreaterThanOrEqual(PEOPLE)
    expect(overheard.times).toBe(0)
  })

  test('the reveal puts every note on everybody’s board once, and none over another', async () => {
    const overheard = new Overheard(SECRET, crowd.people)
    await press(workshop, 'reveal', { step: workshop.steps.write })
    const all = written.toSorted()
    await until(() => boards().every((board) => board.notes(workshop.frame).length === all.length), 'all notes on every board')
    for (const board of boards()) expect(board.notes(workshop.frame).map(({ text }) => text).toSorted()).toEqual(all)
    expect(crowd.person(3).board(workshop.boardId).overlaps()).toEqual([])
    // The same ears hear it now, so that hearing nothing before meant something.
    expect(overheard.times).toBeGreaterThanOrEqual(PEOPLE)
    await press(workshop, 'next')
  })

  test('what several people group at once, everybody has in the same groups', async () => {
    await crowd.toldThat(({ step }) => step?.title === titles.group, 'they group')
    await Promise.all(boards().map((board) => board.open()))
    const notes = crowd.person(0).board(workshop.boardId).notes(workshop.frame)
    for (let number = 0; number < 6; number += 1) {
      const own = notes.slice(number * 20, number * 20 + 20).map(({ id }) => id)
      crowd.person(number).board(workshop.boardId).gather(own, `Ryhmä ${number + 1}`)
      await until(() => boards().every((board) => board.groups(workshop.frame).length === number + 1), 'a group')
    }
    expect(crowd.person(59).board(workshop.boardId).overlaps()).toEqual([])
    // Two of them want the same note in groups of their own.
    crowd.person(6).board(workshop.boardId).gather([notes[150]?.id ?? '', notes[151]?.id ?? ''], 'Ryhmä 7')
    crowd.person(7).board(workshop.boardId).gather([notes[151]?.id ?? '', notes[152]?.id ?? ''], 'Ryhmä 8')
    await until(() => boards().every((board) => board.groups(workshop.frame).length === 8), 'all groups on every board')
    await allBoardsEqual()
    const grouped = crowd.person(59).board(workshop.boardId).notes(workshop.frame)
    expect(grouped.map(({ text }) => text).toSorted()).toEqual(written.toSorted())
    expect(grouped.filter(({ group }) => group !== null)).toHaveLength(6 * 20 + 3)
    await press(workshop, 'next')
  })

  const vote = async (number: number, chosen: readonly number[]) => {
    const { browser, key } = crowd.person(number)
    const dots = Object.fromEntries(chosen.map((target) => [targets[target] ?? '', 1]))
    const answer = await castBallot(browser, workshop.id, workshop.steps.vote, dots)
    if (answer.outcome === 'saved') votes.note(key, organisationOf(number).type, dots)
    return answer
  }

  test('half of them vote; who votes again has one ballot, the later one', async () => {
    await crowd.toldThat(({ step }) => step?.title === titles.vote, 'they vote')
    targets = (await ownBallot(crowd.person(0).browser, workshop.id, workshop.steps.vote)).targets.map(({ id }) => id)
    expect(targets).toHaveLength(PEOPLE * NOTES_EACH)
    await Promise.all(crowd.people.slice(0, 30).map((_, number) => vote(number, [number, 100 + (number % 7), 299])))
    expect((await vote(3, [200, 201])).outcome).toBe('saved')
    // The same ballot twice in one instant, as from a double click.
    await Promise.all([vote(4, [4, 5, 6]), vote(4, [4, 5, 6])])
    expect(await vote(5, [1, 2, 3, 4])).toMatchObject({ outcome: 'refused', reason: 'too-many' })
    expect((await ownBallot(crowd.person(4).browser, workshop.id, workshop.steps.vote)).dots).toEqual(votes.of(crowd.person(4).key))
  })

  test('a server that is killed in the middle of the vote loses no vote, no note and no time', async () => {
    const told = crowd.person(0).room.told.at(-1)
    const before = { leftMs: told?.state.clock.leftMs ?? 0, at: told?.at ?? 0 }
    const came = crowd.people.map(({ room }) => room.told.length)
    await server.kill()
    const { dataDirectory, baseUrl } = server
    server = await startServer({ dataDirectory, port: Number(new URL(baseUrl).port) })
    await until(() => crowd.people.every(({ room }, number) => room.told.length > (came[number] ?? 0)), 'everybody is told again')
    for (const { room } of crowd.people) {
      const { state, at } = room.told.at(-1) ?? { state: undefined, at: 0 }
      expect(state?.step?.title).toBe(titles.vote)
      expect(Math.abs((state?.clock.leftMs ?? 0) - (before.leftMs - (at - before.at)))).toBeLessThan(1_000)
    }
    await until(() => boards().every(({ client }) => client.provider.synced), 'every board is in step again')
    await allBoardsEqual()
    expect(boards()[0]?.notes(workshop.frame)).toHaveLength(written.length)
    await crowd.each(async ({ browser, key }) => {
      expect((await ownBallot(browser, workshop.id, workshop.steps.vote)).dots).toEqual(votes.of(key))
    })
  })

  test('the others vote after it; what was removed from the board gets no more votes', async () => {
    const { room, id, boardId, steps } = workshop
    await room.until(({ step }) => step?.title === titles.vote, 'the facilitator is there again')
    const [removed = ''] = targets
    await workshop.facilitator.press(id, 0, 'remove-note', { artefact: boardId, item: removed })
    await until(() => boards().every((board) => board.notes(workshop.frame).length === written.length - 1), 'it is off every board')
    const offered = async () => (await ownBallot(crowd.person(40).browser, id, steps.vote)).targets.map((target) => target.id)
    await untilAsked(async () => !(await offered()).includes(removed), 'it is no longer offered')
    const late = await castBallot(crowd.person(40).browser, id, steps.vote, { [removed]: 1, [targets[7] ?? '']: 2 })
    expect(late).toEqual({ outcome: 'saved', dots: { [targets[7] ?? '']: 2 }, cameBack: 1 })
    votes.note(crowd.person(40).key, organisationOf(40).type, { [targets[7] ?? '']: 2 })
    const rest = crowd.people.map((_, number) => number).filter((number) => number >= 30 && number !== 40)
    await Promise.all(rest.map((number) => vote(number, [number, 100 + (number % 7), 299])))
    await press(workshop, 'close-votes', { step: steps.vote })
    expect(await vote(50, [1])).toMatchObject({ outcome: 'refused', reason: 'closed' })
    await crowd.toldThat(({ step }) => step?.votesClosed === true, 'the vote is over')
    expect(crowd.people.every(({ room: { told } }) => told.every(({ state }) => !state.step?.results))).toBe(true)
  })

  test('the results equal a count by hand, in all and by type of organisation', async () => {
    await press(workshop, 'show-results', { step: workshop.steps.vote })
    await crowd.toldThat(({ step }) => step?.results != null, 'the results')
    const counted = votes.count()
    for (const { room } of crowd.people) {
      const results = room.state?.step?.results ?? []
      const shown = results.filter(({ dots }) => dots > 0)
      expect(shown.filter(({ gone }) => gone).map(({ target }) => target)).toEqual(targets.slice(0, 1))
      expect(Object.fromEntries(shown.map(({ target, dots, byType }) => [target, { dots, byType }]))).toEqual(counted)
    }
  })

  test('the first of them becomes a decision, and a proposed clause of the agreement', async () => {
    await press(workshop, 'next')
    const { id, facilitator, boardId, agreementId } = workshop
    const path = `/workshops/${id}/decisions`
    const source = targets[299] ?? ''
    const text = 'Jokaisella asiakkaalla on yksi yhteyshenkilö.'
    await facilitator.browser.submitted(path, { intent: 'add', text, organisation: '', due: '2027-03-31', sourceArtefact: boardId, source })
    const { decisions } = await facilitator.browser.load(path, 'workshop-decisions', decisionsSchema)
    const [decision] = decisions
    expect(decision).toMatchObject({ text, source: { dots: votes.count()[source]?.dots } })
    const carried = await facilitator.browser.submitted(path, {
      intent: 'carry',
      decision: decision?.id ?? '',
      artefact: agreementId,
      what: 'clause',
      place: '',
      other: '',
    })
    expect(carried.data).toMatchObject({ carried: { outcome: 'carried' } })
    expect(await markdownOf(facilitator.browser, agreementId)).toContain(text)
    expect(await crowd.person(20).browser.submit(path, { intent: 'remove', decision: decision?.id ?? '' })).toMatchObject({ status: 403 })
  })

  test('all give feedback, the workshop is closed, and its report says what happened', async () => {
    const { id, facilitator } = workshop
    await press(workshop, 'next')
    await crowd.toldThat(({ step }) => step?.title === titles.feedback, 'they give feedback')
    await crowd.each(({ browser }, number) =>
      browser.submitted(`/workshops/${id}/feedback`, { worth: String(1 + (number % 5)), heard: '5', clear: '', words: '' }),
    )
    await press(workshop, 'end')
    await crowd.toldThat(({ stage }) => stage === 'closed', 'it is over')
    const { goTo } = await facilitator.browser.submitted(`/workshops/${id}/report`, {})
    const reportId = /^\/artefacts\/([0-9a-z]+)$/.exec(goTo ?? '')?.[1] ?? ''
    const report = await markdownOf(facilitator.browser, reportId)
    expect(report).toContain(`Työpajaan osallistui ${PEOPLE} henkilöä.`)
    expect(report).toContain('Jokaisella asiakkaalla on yksi yhteyshenkilö.')
    expect(report).toContain(`Palautetta antoi ${PEOPLE} osallistujaa.`)
    for (const title of Object.values(titles)) expect(report).toContain(title.replace('?', ''))
    const pdf = await facilitator.browser.file(`/artefacts/${reportId}/export.pdf`)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })

  test('in the end everybody has the same board, and the server had nothing to complain of', async () => {
    await allBoardsEqual()
    const [first, ...others] = boards().map((board) => board.content())
    for (const other of others) expect(other).toEqual(first)
    expect(server.output()).not.toMatch(/"level":"(warn|error)"|Warning/)
  })
})

const decisionsSchema = z.object({
  decisions: z.array(z.object({ id: z.string(), text: z.string(), source: z.unknown() })),
})

async function markdownOf(browser: HttpBrowser, artefactId: string): Promise<string> {
  return Buffer.from(await browser.file(`/artefacts/${artefactId}/export.md`)).toString()
}
