import { z } from 'zod'
import { test as productTest } from './product'
import { liveStateSchema, type LiveState } from '../../app/workshops/model/live-state'
import type { StepType } from '../../app/workshops/model/steps'
import { Facilitator } from '../support/workshop/facilitator'
import type { RunningServer } from '../support/running-server'

/** A step as a test plans it: fields of the agenda's own form. */
export interface PlannedStep {
  type: StepType
  title: string
  instructions?: string
  minutes?: string
  may?: readonly string[]
  privately?: 'yes' | 'no'
  authorship?: 'person' | 'organisation' | 'nobody'
  dots?: string
  dotsOnOne?: string
  voteOn?: 'notes' | 'groups'
}

/** Steps that happen on the board. */
const onBoard: readonly StepType[] = ['write', 'group', 'vote', 'decide', 'work', 'breakout']

/** A workshop on one board with an agenda, its door open, and a facilitator who runs it by the pages' own forms. */
export interface LiveWorkshop {
  id: string
  code: string
  artefactId: string
  facilitator: Facilitator
  /** A command on the turn that stands. Answers how it stands after it. */
  command(intent: string, fields?: Record<string, string>): Promise<LiveState>
}

const answerSchema = z.object({ outcome: z.literal('done'), state: liveStateSchema })

export const boardTitle = 'Roolit taululla'

/** With a server whose owner is the facilitator. */
export const test = productTest.extend({ server: ({ ownerlessServer }, use) => use(ownerlessServer) })

const facilitators = new WeakMap<RunningServer, Promise<Facilitator>>()

/** @throws where the server has an owner already: it is for a server of one's own. */
export async function planWorkshop(server: RunningServer, title: string, steps: readonly PlannedStep[]): Promise<LiveWorkshop> {
  const known = facilitators.get(server) ?? Facilitator.of(server)
  facilitators.set(server, known)
  const facilitator = await known
  const projectId = await facilitator.startProject(`${title}, hanke`, { municipality: ['Oulainen', 'Nivala'], authority: ['Kela'] })
  const artefactId = await facilitator.makeArtefact(projectId, 'cooperation-model/levels', boardTitle)
  const { id, code } = await facilitator.openWorkshop(projectId, title, [artefactId])
  const { browser } = facilitator
  for (const { minutes = '10', instructions = '', may = [], ...step } of steps) {
    await browser.submitted(`/workshops/${id}/agenda`, {
      intent: 'add',
      instructions,
      minutes,
      may,
      ...(onBoard.includes(step.type) ? { artefact: artefactId } : {}),
      ...step,
    })
  }
  let turn = 0
  return {
    id,
    code,
    artefactId,
    facilitator,
    command: async (intent, fields = {}) => {
      const { data } = await browser.submit(`/workshops/${id}/run`, { intent, turn: String(turn), ...fields })
      const { state } = answerSchema.parse(data)
      turn = state.turn
      return state
    },
  }
}
