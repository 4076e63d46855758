import { z } from 'zod'
import type { RunningServer } from '../running-server'
import type { Board } from './board'
import { organisations } from './crowd'
import { Facilitator } from './facilitator'
import type { Fields } from './http-browser'
import type { LiveRoom } from './live-room'

/** A workshop that a facilitator has made ready, its door open, with the facilitator in it. */
export interface PreparedWorkshop {
  facilitator: Facilitator
  room: LiveRoom
  id: string
  projectId: string
  code: string
  boardId: string
  agreementId: string
  board: Board
  /** The frame in which people write, group and vote. */
  frame: string
  /** Ids of the steps by what they are for. */
  steps: Readonly<Record<keyof typeof titles, string>>
}

/**
 * The facilitator presses a button on what stands. Resolves when it is done and the facilitator has been told so.
 * @throws where it is not done.
 */
export async function press({ facilitator, room, id }: PreparedWorkshop, intent: string, more: Fields = {}): Promise<void> {
  const before = room.state?.turn ?? 0
  const outcome = await facilitator.press(id, before, intent, more)
  if (outcome !== 'done') throw new Error(`${intent} came to ${outcome}`)
  await room.until(({ turn }) => turn > before, `the facilitator is told of ${intent}`)
}

/** Names of steps by what they are for. */
export const titles = {
  welcome: 'Tervetuloa',
  write: 'Mikä estää yhteistyötä?',
  group: 'Mikä kuuluu yhteen?',
  vote: 'Mikä on tärkeintä?',
  decide: 'Mitä päätämme?',
  feedback: 'Mitä jäi käteen?',
} as const

/** One of each: writing in private, grouping, voting, deciding and feedback. */
export async function prepareWorkshop(server: RunningServer): Promise<PreparedWorkshop> {
  const facilitator = await Facilitator.of(server)
  const projectId = await facilitator.startProject('Yhdessä työelämään', organisations)
  const boardId = await facilitator.makeArtefact(projectId, 'cooperation-model/levels', 'Yhteistyömalli')
  const agreementId = await facilitator.makeArtefact(projectId, 'agreement/partnership', 'Kumppanuussopimus')
  const { id, code } = await facilitator.openWorkshop(projectId, 'Roolit ja rajapinnat', [boardId, agreementId])
  const board = await facilitator.openBoard(boardId)
  await board.client.synced()

  await facilitator.planStep(id, { type: 'talk', title: titles.welcome, minutes: 5 })
  const onBoard = { artefact: boardId, minutes: 10 }
  await facilitator.planStep(id, { type: 'write', title: titles.write, ...onBoard, place: 'new', privately: 'yes', authorship: 'nobody' })
  const frame = await board.frameCalled(titles.write)
  const inFrame = { ...onBoard, place: frame }
  await facilitator.planStep(id, { type: 'group', title: titles.group, ...inFrame, may: ['move-all'] })
  await facilitator.planStep(id, { type: 'vote', title: titles.vote, ...inFrame, dots: 3, dotsOnOne: 2, voteOn: 'notes' })
  await facilitator.planStep(id, { type: 'decide', title: titles.decide, ...inFrame, may: ['look'] })
  await facilitator.planStep(id, { type: 'feedback', title: titles.feedback, minutes: 5 })

  const room = facilitator.enter(id)
  const { agenda } = await room.until((state) => state.agenda.length === 6, 'the agenda is told')
  const steps = Object.fromEntries(
    Object.entries(titles).map(([name, title]) => [name, z.string().parse(agenda.find((step) => step.title === title)?.id)]),
  ) as Record<keyof typeof titles, string>
  return { facilitator, room, id, projectId, code, boardId, agreementId, board, frame, steps }
}
