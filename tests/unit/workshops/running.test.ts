import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { announceLive, changeLive, ensureTold, forgetLive, liveStateOf } from '../../../app/workshops/run/live-run.server'
import { keepStoredEnd, moveRun, stepRemoved } from '../../../app/workshops/run/moves.server'
import { plannedWorkshop, type PlannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const minute = 60_000

let services: TemporaryServices
let workshop: PlannedWorkshop
let id: string
let board: string
let steps: string[]

beforeEach(async () => {
  services = await temporaryServices()
  workshop = await plannedWorkshop(services, (artefactId) => [
    { title: 'Kirjoitetaan', type: 'write', artefactId },
    { title: 'Äänestetään', type: 'vote', minutes: 5 },
    { title: 'Tauko', type: 'break', minutes: null },
  ])
  ;({ id, board, stepIds: steps } = workshop)
})

afterEach(() => services.close())

const move = (asked: Parameters<PlannedWorkshop['move']>[0]) => workshop.move(asked)
const told = () => workshop.told()

/** The same database under a server that has just been started. */
function restarted(): TemporaryServices {
  return { ...services, elapsed: () => 5 + services.elapsed() / 1000 }
}

describe('what everybody is told', () => {
  test('before the start: the agenda, and no step', async () => {
    const state = await announceLive(services, id)
    expect(state).toMatchObject({ turn: 0, stage: 'planned', step: null, clock: { leftMs: null, paused: false } })
    expect(state.agenda.map(({ title }) => title)).toEqual(['Kirjoitetaan', 'Äänestetään', 'Tauko'])
    expect(told()).toEqual(state)
  })

  test('while it runs: the step, where it happens and what may be done in it', async () => {
    await move('start')
    expect(told().step).toMatchObject({
      title: 'Kirjoitetaan',
      artefact: { id: board, kind: 'cooperation-model', title: 'Yhteistyömalli' },
      may: ['look'],
      revealed: false,
      results: null,
    })
  })

  test('says what is left of the step at the moment of saying', async () => {
    await move('start')
    services.pass(4 * minute)
    expect(told().clock).toEqual({ leftMs: 6 * minute, paused: false })
  })

  test('is told to a room that this server has told nothing yet, once', async () => {
    await ensureTold(services, id)
    await ensureTold(services, id)
    expect(services.liveWorkshops.tellings).toEqual([id])
  })

  test('ends when the workshop is gone', async () => {
    await announceLive(services, id)
    await services.database.workshop.delete({ where: { id } })
    await forgetLive(services, id)
    expect(services.liveWorkshops.forgotten).toEqual([id])
    await expect(liveStateOf(services, id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the clock', () => {
  beforeEach(() => move('start'))

  test('is not moved by the clock on the wall, forward or back', async () => {
    services.pass(2 * minute)
    for (const jump of [86_400_000, -2 * 86_400_000]) {
      services.setClock(jump)
      expect(told().clock.leftMs).toBe(8 * minute)
      expect((await liveStateOf(services, id)).clock.leftMs).toBe(8 * minute)
    }
  })

  test('keeps the end that everybody saw through a restart', async () => {
    services.pass(3 * minute)
    expect((await liveStateOf(restarted(), id)).clock).toEqual({ leftMs: 7 * minute, paused: false })
  })

  test('is right after a restart also when the clock on the wall was put right before it', async () => {
    services.setClock(-3 * 60 * minute)
    await keepStoredEnd(services, id)
    services.pass(3 * minute)
    expect((await liveStateOf(restarted(), id)).clock.leftMs).toBe(7 * minute)
    expect(told()).toMatchObject({ turn: 1, clock: { leftMs: 7 * minute } })
  })

  test('loses nothing while the server is down and paused', async () => {
    services.pass(3 * minute)
    await move('pause')
    const again = restarted()
    services.pass(60 * minute)
    expect((await liveStateOf(again, id)).clock).toEqual({ leftMs: 7 * minute, paused: true })
  })

  test('pauses, goes on and gets more time', async () => {
    services.pass(minute)
    await move('pause')
    services.pass(minute)
    await move('resume')
    expect((await move({ move: 'add-time', minutes: 5 })).state.clock.leftMs).toBe(14 * minute)
  })
})

describe('two at once', () => {
  test('a double click on Next goes on by one step', async () => {
    const { state } = await move('start')
    const answers = await Promise.all([
      moveRun(services, id, state.turn, { move: 'next' }),
      moveRun(services, id, state.turn, { move: 'next' }),
    ])
    expect(answers.map(({ outcome }) => outcome)).toEqual(['done', 'stale'])
    expect(answers[1]?.state.step?.title).toBe('Äänestetään')
    expect(told().step?.title).toBe('Äänestetään')
  })

  test('a facilitator who pauses the step that another has just left changes nothing, and is told how it stands', async () => {
    const { state } = await move('start')
    await moveRun(services, id, state.turn, { move: 'next' })
    const late = await moveRun(services, id, state.turn, { move: 'pause' })
    expect(late.outcome).toBe('stale')
    expect(late.state).toMatchObject({ turn: state.turn + 1, clock: { paused: false } })
  })

  test('two who start it at once start it once', async () => {
    const answers = await Promise.all([1, 2].map(() => moveRun(services, id, 0, { move: 'start' })))
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['done', 'stale'])
    expect(await services.database.stepRun.count()).toBe(1)
  })

  test('what is told last is what stands, however many change it', async () => {
    await move('start')
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        changeLive(services, id, () =>
          services.database.workshopRun.update({ where: { workshopId: id }, data: { reactions: index % 2 === 0 } }),
        ),
      ),
    )
    expect(told()).toMatchObject({ turn: 21, reactions: false })
  })

  test('a command that means nothing there raises no turn', async () => {
    await move('start')
    expect(await move('resume')).toMatchObject({ outcome: 'nothing', state: { turn: 1 } })
  })

  test('a change that fails leaves the workshop open for the next one', async () => {
    await move('start')
    await expect(changeLive(services, id, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
    expect((await move('next')).outcome).toBe('done')
  })
})

describe('the agenda as it ran', () => {
  test('holds each step with its beginning and end, one that ran twice twice', async () => {
    await move('start')
    services.pass(10 * minute)
    await move('next')
    services.pass(5 * minute)
    await move({ move: 'go', stepId: steps[0] ?? '' })
    services.pass(minute)
    await move('end')
    const ran = await services.database.stepRun.findMany({ orderBy: { id: 'asc' } })
    expect(ran.map(({ title }) => title)).toEqual(['Kirjoitetaan', 'Äänestetään', 'Kirjoitetaan'])
    const lengths = ran.map(({ startedAt, endedAt }) => (endedAt?.getTime() ?? 0) - startedAt.getTime())
    expect(lengths).toEqual([10 * minute, 5 * minute, minute])
  })

  test('pausing writes nothing new into it', async () => {
    await move('start')
    await move('pause')
    await move('resume')
    expect(await services.database.stepRun.count()).toBe(1)
  })

  test('a workshop that was ended too early goes on with its last step', async () => {
    await move('start')
    await move('next')
    await move('end')
    expect(told()).toMatchObject({ stage: 'closed', step: null })
    const { state } = await move('reopen')
    expect(state).toMatchObject({ stage: 'running', step: { title: 'Äänestetään' }, clock: { leftMs: null } })
  })
})

describe('what participants may do', () => {
  test('is asked for anew when the step changes and at the end, not when the clock does', async () => {
    await move('start')
    await move('pause')
    await move({ move: 'add-time', minutes: 1 })
    expect(services.liveWorkshops.rulesChanges).toEqual([board])
    await move('next')
    await move('end')
    expect(services.liveWorkshops.rulesChanges).toEqual([board, board, board])
  })
})

describe('a step that is removed while it runs', () => {
  test('is left for the one after it', async () => {
    await move('start')
    await services.database.workshopStep.delete({ where: { id: steps[0] ?? '' } })
    await stepRemoved(services, id, { id: steps[0] ?? '', order: 0 })
    expect(told()).toMatchObject({ stage: 'running', step: { title: 'Äänestetään' }, clock: { leftMs: 5 * minute } })
    const ran = await services.database.stepRun.findMany({ orderBy: { id: 'asc' } })
    expect(ran.map(({ endedAt }) => endedAt !== null)).toEqual([true, false])
  })

  test('with nobody having seen to it, the workshop still has a sound state and a way on', async () => {
    await move('start')
    await services.database.workshopStep.delete({ where: { id: steps[0] ?? '' } })
    expect(await announceLive(services, id)).toMatchObject({ stage: 'running', step: null })
    expect((await move('next')).state.step?.title).toBe('Äänestetään')
  })
})
