import type { Crowd } from '../../../support/workshop/crowd'
import { press, type PreparedWorkshop } from '../../../support/workshop/prepared-workshop'
import { until } from '../../../support/workshop/until'

/** In how many notes each of the ten writes at once before the next ten. */
const WRITING_AT_ONCE = 10

/** Everybody writes so many notes in private, ten at once. */
export async function writePrivately(crowd: Crowd, stepId: string, notesEach: number): Promise<void> {
  for (let from = 0; from < crowd.people.length; from += WRITING_AT_ONCE) {
    await Promise.all(
      crowd.people.slice(from, from + WRITING_AT_ONCE).map(async (person, index) => {
        const draft = await person.openDraft(stepId)
        for (let note = 1; note <= notesEach; note += 1) draft.write(`Ajatus ${from + index + 1}.${note}: vastuu jää kahden organisaation väliin.`)
        await draft.saved(notesEach)
      }),
    )
  }
}

/** From the press of reveal until each one's board holds all the notes, in milliseconds. */
export async function revealTimes(workshop: PreparedWorkshop, crowd: Crowd, notes: number): Promise<number[]> {
  const boards = crowd.people.map((person) => person.board(workshop.boardId))
  const wanted = boards.map((board) => board.size + notes)
  const times: number[] = []
  const pressed = performance.now()
  boards.forEach((board, index) => {
    const look = () => {
      if (board.size < (wanted[index] ?? 0)) return
      times.push(performance.now() - pressed)
      board.client.doc.off('update', look)
    }
    board.client.doc.on('update', look)
  })
  await press(workshop, 'reveal', { step: workshop.steps.write })
  await until(() => times.length === boards.length, 'all notes on every board')
  return times
}
