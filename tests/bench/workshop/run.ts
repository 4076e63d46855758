import { cpus, loadavg } from 'node:os'
import { figuresOf, table } from '../figures'
import { processorSeconds, residentBytes } from '../sync/load/processor-time'
import { startServer } from '../../support/running-server'
import { prepareWorkshop, press } from '../../support/workshop/prepared-workshop'
import { ballots } from './measures/ballots'
import { joining } from './measures/joining'
import { revealTimes, writePrivately } from './measures/reveal'
import { stepChanges } from './measures/step-changes'
import { Typing } from './typing'

const PEOPLE = 60
const WRITERS = 10
const NOTES_EACH = 5
const CHANGES = 24

/**
 * One workshop of sixty on the server as built, in a process of its own, with sixty real sync clients in this one:
 * joining, steps, the reveal and a vote. `npm run build` comes before it.
 */
process.setMaxListeners(0)
console.log(`Node ${process.version}, ${cpus().length} cores, load before: ${loadavg().map((part) => part.toFixed(2)).join(' ')}\n`)
const server = await startServer()
const pid = server.process.pid ?? 0
const megabytes = () => Math.round(residentBytes(pid) / 1_000_000)
const memoryBefore = megabytes()
const processorBefore = processorSeconds(pid)
const started = performance.now()
try {
  const workshop = await prepareWorkshop(server)
  await press(workshop, 'start')
  const { crowd, each } = await joining(server.baseUrl, workshop.code, PEOPLE)
  await press(workshop, 'next')
  await writePrivately(crowd, workshop.steps.write, NOTES_EACH)
  await crowd.each((person) => person.openBoard(workshop.boardId))
  const reveal = await revealTimes(workshop, crowd, PEOPLE * NOTES_EACH)
  const quiet = await stepChanges(workshop, crowd, CHANGES)
  const typing = new Typing(crowd.people.slice(0, WRITERS).map((person) => person.board(workshop.boardId)), workshop.frame)
  const busy = await stepChanges(workshop, crowd, CHANGES)
  typing.stop()
  await press(workshop, 'go', { step: workshop.steps.vote })
  const cast = await ballots(workshop, crowd)
  const row = (what: string, milliseconds: readonly number[]) => ({ what, figures: figuresOf(milliseconds) })
  console.log(
    table([
      row(`from the code to the live state, ${PEOPLE} at once`, each),
      row(`a step change received by each of ${PEOPLE}`, quiet.received),
      row('… by the last of them', quiet.slowest),
      row(`the same while ${WRITERS} write`, busy.received),
      row('… by the last of them', busy.slowest),
      row(`reveal of ${PEOPLE * NOTES_EACH} notes, on each one's board`, reveal),
      row(`a ballot taken, ${PEOPLE} in one instant`, cast),
    ]),
  )
  const seconds = (performance.now() - started) / 1000
  const processor = processorSeconds(pid) - processorBefore
  console.log(`\nServer: ${processor.toFixed(1)} s of processor in ${seconds.toFixed(0)} s, ${memoryBefore} MB before, ${megabytes()} MB after`)
} finally {
  await server.stop()
}
process.exit(0)
