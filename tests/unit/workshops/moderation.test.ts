import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WorkshopChange } from '../../../app/artefacts/workshop-face'
import { hiddenNotesOf, putBack, takeOff } from '../../../app/workshops/run/moderation.server'
import { plannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const note = { id: 'note0', words: 'Yksi ovi' }

let services: TemporaryServices
let board: string
/** What is on the board. */
let things: unknown[]

beforeEach(async () => {
  services = await temporaryServices()
  board = (await plannedWorkshop(services, () => [])).board
  things = [note]
  services.liveWorkshops.change = async (_artefactId, _kind, change: WorkshopChange) => {
    if (change.do === 'put-back') things = [...change.things]
    if (change.do !== 'take-off') return { ids: [] }
    const taken = things
    things = []
    return { ids: change.ids, taken }
  }
})

afterEach(() => services.close())

test('a hidden note is off the board and in the list, and can be put back as it was', async () => {
  expect(await takeOff(services, board, note, true)).toBe(true)
  expect(things).toEqual([])
  const [hidden] = await hiddenNotesOf(services, board)
  expect(hidden?.name).toBe('Yksi ovi')
  expect(await putBack(services, board, hidden?.id ?? '')).toBe(true)
  expect(things).toEqual([note])
  expect(await hiddenNotesOf(services, board)).toEqual([])
})

test('a note that the list of hidden notes cannot keep stays on the board', async () => {
  await services.database.$executeRawUnsafe(
    `CREATE TRIGGER "full" BEFORE INSERT ON "TakenOff" BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  )
  await expect(takeOff(services, board, note, true)).rejects.toThrow()
  expect(things).toEqual([note])
})
