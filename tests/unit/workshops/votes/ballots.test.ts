import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { castBallot, ownBallot, votesCast } from '../../../../app/workshops/votes/ballots.server'
import { castForSomebody, removeRoomVoter, roomVoters } from '../../../../app/workshops/votes/room-voters.server'
import { shownResults } from '../../../../app/workshops/votes/results.server'
import { changeLive, liveStateOf } from '../../../../app/workshops/run/live-run.server'
import { moveRun } from '../../../../app/workshops/run/moves.server'
import { addVote, closeVotes, next, rebuild, showResults, threeNotes, workshopAtVote } from './vote'

let at: Awaited<ReturnType<typeof workshopAtVote>>

beforeEach(async () => {
  at = await workshopAtVote({ dots: 3, dotsOnOne: 2 })
})

afterEach(() => at.services.close())

const cast = (voter: string, dots: Record<string, number>, organisationType = '', stepId = at.stepId) =>
  castBallot(at.services, at.workshopId, stepId, { key: voter, name: '', organisationType }, dots)

const own = (voter: string) => ownBallot(at.services, at.workshopId, at.stepId, voter)

const shown = async () => {
  await showResults(at.services, at.stepId)
  return shownResults(at.services, at.stepId)
}

describe('a voter', () => {
  test('sees what there is to vote for, in reading order, and how many dots there are', async () => {
    expect(await own('seat:1')).toEqual({
      stepId: at.stepId,
      stopped: null,
      limits: { dots: 3, dotsOnOne: 2 },
      targets: threeNotes.map(({ id, text }) => ({ id, name: text, group: '', notes: [] })),
      dots: {},
      cameBack: 0,
    })
  })

  test('gives a whole ballot, and another in its place as often as they change their mind', async () => {
    expect(await cast('seat:1', { a: 2, b: 1 })).toEqual({ outcome: 'saved', dots: { a: 2, b: 1 }, cameBack: 0 })
    await cast('seat:1', { c: 1 })
    expect((await own('seat:1'))?.dots).toEqual({ c: 1 })
    expect(await shown()).toMatchObject([{ target: 'c', dots: 1 }])
  })

  test('who presses twice, or in two tabs at once, has voted once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => cast('seat:1', { a: 2 })))
    expect(await votesCast(at.services, at.stepId)).toBe(1)
    expect(await shown()).toMatchObject([{ target: 'a', dots: 2 }])
  })

  test('cannot give more dots than there are, and the ballot from before stands', async () => {
    await cast('seat:1', { a: 1 })
    expect(await cast('seat:1', { a: 2, b: 2 })).toEqual({ outcome: 'refused', reason: 'too-many' })
    expect(await cast('seat:1', { a: 3 })).toEqual({ outcome: 'refused', reason: 'too-many-on-one' })
    expect((await own('seat:1'))?.dots).toEqual({ a: 1 })
  })

  test('gets back the dots of what was taken off the board, and may give them to something else', async () => {
    await cast('seat:1', { a: 2, b: 1 })
    rebuild(at.services, at.artefactId, threeNotes.slice(1))
    expect(await own('seat:1')).toMatchObject({ dots: { b: 1 }, cameBack: 2 })
    expect(await cast('seat:1', { a: 1, b: 1, c: 1 })).toEqual({
      outcome: 'saved',
      dots: { b: 1, c: 1 },
      cameBack: 1,
    })
  })

  test('votes for a note that came a moment ago', async () => {
    await own('seat:1')
    const late = { id: 'd', text: 'Viime hetken ajatus' }
    rebuild(at.services, at.artefactId, [...threeNotes, late], { after: 0 })
    expect(await cast('seat:1', { d: 1 })).toMatchObject({ outcome: 'saved', dots: { d: 1 } })
  })

  test('votes on groups where the step says so, sees what is in each, and on notes that are in none', async () => {
    const stepId = await addVote(at.services, at.workshopId, at.artefactId, { voteOn: 'groups' })
    await next(at.services, at.workshopId)
    const notes = threeNotes.map((note, index) => (index < 2 ? { ...note, group: 'Yhteistyö' } : note))
    rebuild(at.services, at.artefactId, notes, { groups: ['Yhteistyö'] })
    expect((await ownBallot(at.services, at.workshopId, stepId, 'seat:1'))?.targets).toEqual([
      { id: 'Yhteistyö', name: 'Yhteistyö', group: '', notes: ['Yhteinen yhteyshenkilö', 'Koulutus kaikille'] },
      { id: 'c', name: 'Yksi lomake', group: '', notes: [] },
    ])
    expect(await cast('seat:2', { c: 1 }, '', stepId)).toMatchObject({ outcome: 'saved', dots: { c: 1 } })
    expect(await cast('seat:1', { a: 1 }, '', stepId)).toMatchObject({ dots: {}, cameBack: 1 })
  })

  test('who is many is asked of the board once a second, not once a voter', async () => {
    const read = vi.spyOn(at.services.live, 'read')
    await Promise.all(Array.from({ length: 60 }, (_, index) => cast(`seat:${index}`, { a: 1 })))
    expect(read.mock.calls.length).toBe(1)
    expect(await votesCast(at.services, at.stepId)).toBe(60)
  })
})

describe('a vote', () => {
  test('takes no ballot before its step is reached', async () => {
    const later = await addVote(at.services, at.workshopId, at.artefactId)
    expect(await cast('seat:1', { a: 1 }, '', later)).toEqual({ outcome: 'refused', reason: 'not-begun' })
  })

  test('takes ballots while the agenda goes on, until it is closed', async () => {
    await addVote(at.services, at.workshopId, at.artefactId, {}, 'talk')
    await next(at.services, at.workshopId)
    expect(await cast('seat:1', { a: 1 })).toMatchObject({ outcome: 'saved' })
    await closeVotes(at.services, at.stepId)
    expect(await cast('seat:1', { b: 1 })).toEqual({ outcome: 'refused', reason: 'closed' })
    expect(await own('seat:1')).toMatchObject({ stopped: 'closed', dots: { a: 1 } })
  })

  test('takes none after its result was shown, nor after the workshop has ended', async () => {
    await showResults(at.services, at.stepId)
    expect(await cast('seat:1', { a: 1 })).toEqual({ outcome: 'refused', reason: 'closed' })
    const second = await addVote(at.services, at.workshopId, at.artefactId)
    await next(at.services, at.workshopId)
    const { turn } = await liveStateOf(at.services, at.workshopId)
    await moveRun(at.services, at.workshopId, turn, { move: 'end' })
    expect(await cast('seat:1', { a: 1 }, '', second)).toEqual({ outcome: 'refused', reason: 'over' })
  })

  test('that was closed between the look and the writing takes none', async () => {
    const read = at.services.live.read.bind(at.services.live)
    vi.spyOn(at.services.live, 'read').mockImplementation(async (...asked) => {
      await closeVotes(at.services, at.stepId)
      return read(...asked)
    })
    expect(await cast('seat:1', { a: 1 })).toEqual({ outcome: 'refused', reason: 'closed' })
    expect(await at.services.database.ballot.count()).toBe(0)
  })

  test('whose step was removed meanwhile says that it is gone, and its ballots are too', async () => {
    await cast('seat:1', { a: 1 })
    await at.services.database.workshopStep.delete({ where: { id: at.stepId } })
    expect(await cast('seat:1', { b: 1 })).toEqual({ outcome: 'refused', reason: 'gone' })
    expect(await own('seat:1')).toBeUndefined()
    expect(await at.services.database.ballot.count()).toBe(0)
  })

  test('of another workshop is none', async () => {
    const other = await workshopAtVote()
    expect(await cast('seat:1', { a: 1 }, '', other.stepId)).toEqual({ outcome: 'refused', reason: 'gone' })
    await other.services.close()
  })

  test('on a board in the bin takes none', async () => {
    await at.services.database.artefact.update({
      where: { id: at.artefactId },
      data: { deletedAt: new Date(at.services.now()) },
    })
    expect(await cast('seat:1', { a: 1 })).toEqual({ outcome: 'refused', reason: 'no-board' })
    expect((await own('seat:1'))?.stopped).toBe('no-board')
  })

  test('is for those steps whose participants may vote', async () => {
    await at.services.database.workshopStep.update({ where: { id: at.stepId }, data: { may: '["look"]' } })
    expect(await cast('seat:1', { a: 1 })).toEqual({ outcome: 'refused', reason: 'not-allowed' })
  })

  test('goes on where it was after a restart of the server: no dot is lost, and it takes more', async () => {
    await cast('seat:1', { a: 2 })
    // Another server over the same database: it remembers nothing else.
    const restarted = { ...at.services }
    expect(await ownBallot(restarted, at.workshopId, at.stepId, 'seat:1')).toMatchObject({ stopped: null, dots: { a: 2 } })
    const voter = { key: 'seat:2', name: '', organisationType: '' }
    expect(await castBallot(restarted, at.workshopId, at.stepId, voter, { b: 1 })).toMatchObject({ outcome: 'saved' })
    await showResults(at.services, at.stepId)
    expect(await shownResults(restarted, at.stepId)).toMatchObject([{ target: 'a' }, { target: 'b' }])
  })

  test('slows down whoever votes by machine', async () => {
    const outcomes = []
    for (let round = 0; round < 70; round += 1) outcomes.push(await cast('seat:1', { a: 1 }))
    expect(outcomes.at(-1)).toEqual({ outcome: 'refused', reason: 'too-fast' })
    expect(await cast('seat:2', { a: 1 })).toMatchObject({ outcome: 'saved' })
  })
})

describe('the result', () => {
  test('is told to nobody before it is shown: only how many have voted', async () => {
    await cast('seat:1', { a: 2 }, 'municipality')
    await cast('seat:2', {}, 'authority')
    expect(await shownResults(at.services, at.stepId)).toBeNull()
    expect(await votesCast(at.services, at.stepId)).toBe(1)
    const told = JSON.stringify([
      await changeLive(at.services, at.workshopId),
      at.services.liveWorkshops.news.get(at.workshopId)?.(),
      await own('seat:2'),
    ])
    expect(told).not.toContain('seat:1')
    expect(JSON.parse(told)).toMatchObject([{ step: { results: null } }, {}, { dots: {} }])
  })

  test('says totals, organisation types and ties', async () => {
    await cast('seat:1', { a: 2, b: 1 }, 'municipality')
    await cast('seat:2', { b: 1, c: 1 }, 'authority')
    expect(await shown()).toEqual([
      { target: 'b', name: 'Koulutus kaikille', dots: 2, byType: { municipality: 1, authority: 1 }, tied: true, gone: false },
      { target: 'a', name: 'Yhteinen yhteyshenkilö', dots: 2, byType: { municipality: 2 }, tied: true, gone: false },
      { target: 'c', name: 'Yksi lomake', dots: 1, byType: { authority: 1 }, tied: false, gone: false },
    ])
  })

  test('keeps the words of the moment when it was shown, and says what has left the board since', async () => {
    await cast('seat:1', { a: 1, b: 1 })
    await shown()
    rebuild(at.services, at.artefactId, [{ id: 'a', text: 'Kirjoitettu uusiksi' }])
    expect(await shownResults(at.services, at.stepId)).toMatchObject([
      { target: 'b', name: 'Koulutus kaikille', gone: true },
      { target: 'a', name: 'Yhteinen yhteyshenkilö', gone: false },
    ])
  })

  test('loses no dot of what was taken off the board before it was shown', async () => {
    await cast('seat:1', { a: 2 })
    rebuild(at.services, at.artefactId, threeNotes.slice(1))
    expect(await shown()).toMatchObject([{ target: 'a', name: 'Yhteinen yhteyshenkilö', dots: 2, gone: true }])
  })

  test('is counted anew when votes were opened again and it is shown again', async () => {
    await cast('seat:1', { a: 1 })
    await shown()
    await at.services.database.workshopStep.update({
      where: { id: at.stepId },
      data: { votesClosedAt: null, resultsShownAt: null },
    })
    await cast('seat:2', { a: 1 })
    at.services.pass(60_000)
    expect(await shown()).toMatchObject([{ target: 'a', dots: 2 }])
  })

  test('is there also while the board cannot be read', async () => {
    await cast('seat:1', { a: 1 })
    at.services.pass(1000)
    vi.spyOn(at.services.live, 'read').mockRejectedValue(new Error('The room cannot be read'))
    expect(await shown()).toMatchObject([{ target: 'a', name: 'Yhteinen yhteyshenkilö', dots: 1 }])
  })
})

describe('somebody without a device', () => {
  const give = (id: string | null, dots: Record<string, number>, name = 'Eturivi') =>
    castForSomebody(at.services, at.workshopId, at.stepId, { id, name, organisationType: 'third-sector', dots })

  test('votes through the facilitator, is listed, can be changed and taken off', async () => {
    await give(null, { a: 1 })
    await give(null, { b: 2 }, 'Takarivi')
    const [first, second] = await roomVoters(at.services, at.stepId)
    expect(first).toMatchObject({ name: 'Eturivi', organisationType: 'third-sector', dots: { a: 1 } })
    await give(first?.id ?? null, { c: 1 }, 'Eturivin vasen')
    expect(await roomVoters(at.services, at.stepId)).toMatchObject([
      { name: 'Eturivin vasen', dots: { c: 1 } },
      { name: 'Takarivi' },
    ])
    expect(await removeRoomVoter(at.services, at.workshopId, at.stepId, second?.id ?? '')).toBe(true)
    expect(await shown()).toMatchObject([{ target: 'c', dots: 1, byType: { 'third-sector': 1 } }])
  })

  test('has as many dots as everybody', async () => {
    expect(await give(null, { a: 2, b: 2 })).toEqual({ outcome: 'refused', reason: 'too-many' })
  })

  test('cannot be taken off after the vote was closed', async () => {
    await give(null, { a: 1 })
    const [voter] = await roomVoters(at.services, at.stepId)
    await closeVotes(at.services, at.stepId)
    expect(await removeRoomVoter(at.services, at.workshopId, at.stepId, voter?.id ?? '')).toBe(false)
    expect(await roomVoters(at.services, at.stepId)).toHaveLength(1)
  })
})
