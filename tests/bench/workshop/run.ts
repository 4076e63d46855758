import { cpus, loadavg } from 'node:os'
import { figuresOf, table, type Figures } from '../figures'
import { startServer } from '../../support/running-server'
import type { Crowd } from '../../support/workshop/crowd'
import { prepareWorkshop, press, type PreparedWorkshop } from '../../support/workshop/prepared-workshop'
import { ballots } from './measures/ballots'
import { RealBrowser } from './measures/in-a-browser'
import { joining } from './measures/joining'
import { revealTimes, writePrivately } from './measures/reveal'
import { stepChanges } from './measures/step-changes'
import { Typing } from './typing'
import { Usage } from './usage'

const PEOPLE = 60
const WRITERS = 10
const NOTES_EACH = 5
const CHANGES = 24
/** Two steps in which all write on the board at once, so that ten can go on writing while the facilitator goes on. */
const open = ['Kirjoitetaan yhdessä', 'Kirjoitetaan lisää'] as const

/**
 * One workshop of sixty on the server as built, in a process of its own, with sixty real sync clients in this one and a
 * Chromium beside them: joining, the first note, the reveal, steps while ten write, a vote.
 */
const rows: { what: string; figures: Figures }[] = []
const say = (what: string, milliseconds: readonly number[]) => void rows.push({ what, figures: figuresOf(milliseconds) })

process.setMaxListeners(0)
console.log(`Node ${process.version}, ${cpus().length} cores, load before: ${loadavg().map((part) => part.toFixed(2)).join(' ')}\n`)
const server = await startServer()
const browser = await RealBrowser.open(server.baseUrl)
try {
  await measure()
} finally {
  await browser.close()
  await server.stop()
}
process.exit(0)

async function measure(): Promise<void> {
  const workshop = await prepareWorkshop(server)
  for (const title of open) {
    const step = { type: 'write', title, artefact: workshop.boardId, place: workshop.frame, may: ['add'] }
    await workshop.facilitator.planStep(workshop.id, { ...step, privately: 'no', authorship: 'nobody' })
  }
  await press(workshop, 'start')
  const usage = new Usage(server.process.pid ?? 0)
  const { crowd, each } = await joining(server.baseUrl, workshop.code, PEOPLE)
  say(`from the code to the live state, ${PEOPLE} at once`, each)
  await press(workshop, 'next')
  const newcomer = await browser.firstNote(workshop.code, 'Kela')
  await writePrivately(crowd, workshop.steps.write, NOTES_EACH)
  await crowd.each((person) => person.openBoard(workshop.boardId))
  await measureReveal(workshop, crowd, newcomer.page)
  await measureSteps(workshop, crowd)
  await press(workshop, 'go', { step: workshop.steps.vote })
  say(`a ballot taken, ${PEOPLE} in one instant`, await ballots(workshop, crowd))
  console.log(table(rows))
  console.log(`\nA newcomer's first note saved: ${(newcomer.milliseconds / 1000).toFixed(1)} s, ${newcomer.screens} screens`)
  console.log(usage.words())
}

async function measureReveal(workshop: PreparedWorkshop, crowd: Crowd, page: Awaited<ReturnType<RealBrowser['firstNote']>>['page']): Promise<void> {
  const notes = PEOPLE * NOTES_EACH
  const board = await browser.board(page, workshop.boardId)
  const since = performance.now()
  const [received, list, canvas] = await Promise.all([
    revealTimes(workshop, crowd, notes + 1),
    browser.shown(page, 'Ajatus', notes, since),
    browser.shown(board, 'Ajatus', notes, since),
  ])
  say(`reveal of ${notes} notes, on each one's board`, received)
  say('… drawn in a Chromium: list on a phone', [list])
  say('… drawn in a Chromium: the board', [canvas])
  await page.context().close()
}

async function measureSteps(workshop: PreparedWorkshop, crowd: Crowd): Promise<void> {
  const [first] = open.map((title) => workshop.room.state?.agenda.find((step) => step.title === title)?.id ?? '')
  await press(workshop, 'go', { step: first ?? '' })
  const quiet = await stepChanges(workshop, crowd, CHANGES)
  say(`a step change, told to each of ${PEOPLE}`, quiet.received)
  say('… until the last of them was told', quiet.slowest)
  const boards = crowd.people.slice(0, WRITERS).map((person) => person.board(workshop.boardId))
  const typing = new Typing(boards, workshop.frame)
  const busy = await stepChanges(workshop, crowd, CHANGES)
  typing.stop()
  say(`a step change while ${WRITERS} write, told to each`, busy.received)
  say('… until the last of them was told', busy.slowest)
}
