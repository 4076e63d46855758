import type { KindId } from '../../../../app/artefacts/registry'
import type { StepPlan } from '../../../../app/workshops/model/steps'
import { stepSettingsSchema, usualAllowances, type StepSettings } from '../../../../app/workshops/model/steps'
import { addStep } from '../../../../app/workshops/agenda/steps.server'
import { moveRun } from '../../../../app/workshops/run/moves.server'
import { liveStateOf } from '../../../../app/workshops/run/live-run.server'
import { findWorkshop } from '../../../../app/workshops/workshop.server'
import { addArtefact, openWorkshop, projectWithOwner } from '../../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../../support/temporary-services'

const kind: KindId = 'cooperation-model'
const where = { x: 0, y: 0, width: 200, height: 100 }

/** A note on the wall's frame, in a group where one is named. */
export interface WallNote {
  id: string
  text: string
  group?: string
}

/** A board with one frame, "Seinä", whose notes stand in it or in groups that gather from it. */
export function wall(notes: readonly WallNote[], groups: readonly string[] = []) {
  const frames = ['Seinä', ...groups].map((name, index) => ({
    ...where,
    type: 'frame',
    id: name,
    name,
    colour: 'paper',
    order: `a${index}`,
    ...(index > 0 ? { gathers: 'Seinä' } : {}),
  }))
  const items = notes.map(({ id, text, group }, index) => ({
    ...where,
    type: 'note',
    id,
    text,
    colour: 'yellow',
    order: `b${String(index).padStart(3, '0')}`,
    frame: group ?? 'Seinä',
  }))
  return { items: [...frames, ...items], connectors: [] }
}

export const threeNotes: readonly WallNote[] = [
  { id: 'a', text: 'Yhteinen yhteyshenkilö' },
  { id: 'b', text: 'Koulutus kaikille' },
  { id: 'c', text: 'Yksi lomake' },
]

/** A workshop that stands at a vote over three notes. */
export async function workshopAtVote(settings: Partial<StepSettings> = {}) {
  const services = await temporaryServices()
  const project = await projectWithOwner(services)
  const artefactId = await addArtefact(services, project.projectId)
  await services.live.create(artefactId, kind, wall(threeNotes))
  const { id: workshopId, code } = await openWorkshop(services, project.projectId, [artefactId])
  const stepId = await addVote(services, workshopId, artefactId, settings)
  await next(services, workshopId)
  return { services, project, artefactId, workshopId, code, stepId }
}

/** Adds a step to the end of the agenda. */
export async function addVote(
  services: TemporaryServices,
  workshopId: string,
  artefactId: string,
  settings: Partial<StepSettings> = {},
  type: StepPlan['type'] = 'vote',
): Promise<string> {
  const workshop = await findWorkshop(services, workshopId)
  if (!workshop) throw new Error('No such workshop')
  return addStep(services, workshop, {
    type,
    title: 'Mitkä viedään eteenpäin?',
    instructions: '',
    minutes: 10,
    artefactId,
    place: 'Seinä',
    may: [...usualAllowances[type]],
    settings: stepSettingsSchema.parse(settings),
  })
}

/** On to the next step, or from before the first to it. */
export async function next(services: TemporaryServices, workshopId: string): Promise<void> {
  const { turn, stage } = await liveStateOf(services, workshopId)
  const { outcome } = await moveRun(services, workshopId, turn, { move: stage === 'planned' ? 'start' : 'next' })
  if (outcome !== 'done') throw new Error(`The workshop did not move on: ${outcome}`)
}

/** What stands on the board from now on, `after` milliseconds: a second, so that it is read again. */
export function rebuild(
  services: TemporaryServices,
  artefactId: string,
  notes: readonly WallNote[],
  { groups = [], after = 1000 }: { groups?: readonly string[]; after?: number } = {},
): void {
  services.rooms.set(artefactId, { kind, content: wall(notes, groups), sequence: 2 })
  services.pass(after)
}

/** As the facilitator's commands do it. */
export async function closeVotes(services: TemporaryServices, stepId: string): Promise<void> {
  await services.database.workshopStep.update({
    where: { id: stepId },
    data: { votesClosedAt: new Date(services.now()) },
  })
}

export async function showResults(services: TemporaryServices, stepId: string): Promise<void> {
  const at = new Date(services.now())
  await services.database.workshopStep.update({
    where: { id: stepId },
    data: { votesClosedAt: at, resultsShownAt: at },
  })
}
