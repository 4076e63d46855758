import type { Services } from '../../load-context'
import type { Step, StepPlan } from '../model/steps'
import { changeLive } from '../run/live-run.server'
import { stepRemoved } from '../run/moves.server'
import { inTurn } from '../../lib/in-turn.server'
import { addStep, changeStep, moveStep, stepsOf, takeOutStep, type AgendaOf } from './steps.server'
import { nothingYet, withWhatStays, type StepHistory } from './what-stays'

// What a facilitator does to an agenda, before the workshop and while it runs. Whoever is in it is told at once.

/** Answers the new step's id. @throws FieldRefused where there is no room for one more. */
export async function planStep(services: Services, workshop: AgendaOf, plan: StepPlan, at?: number): Promise<string> {
  let id = ''
  await changeLive(services, workshop.id, async () => {
    id = await addStep(services, workshop, plan, at)
  })
  return id
}

/** The same step once more, right after it. False where it is gone. @throws FieldRefused as `planStep` does. */
export async function duplicateStep(services: Services, workshop: AgendaOf, stepId: string): Promise<boolean> {
  const step = (await stepsOf(services, workshop.id)).find(({ id }) => id === stepId)
  if (!step) return false
  await planStep(services, workshop, step, step.order + 1)
  return true
}

/**
 * Changes a step. What has come of it stays true: names that were promised not to be shown, the rules that votes were
 * given by. The time on the clock of a step that runs stays too. False where the step is gone.
 */
export async function replanStep(
  services: Services,
  workshop: AgendaOf,
  stepId: string,
  plan: Omit<StepPlan, 'type'>,
): Promise<boolean> {
  let before: Step | undefined
  await changeLive(services, workshop.id, async () => {
    before = (await stepsOf(services, workshop.id)).find(({ id }) => id === stepId)
    if (!before) return
    const history = (await stepHistories(services, workshop.id)).get(stepId) ?? nothingYet
    await changeStep(services, workshop, stepId, withWhatStays(before, plan, history))
  })
  if (!before) return false
  await rulesAskedAnew(services, [before.artefactId, plan.artefactId])
  return true
}

/** Moves a step to another place in the order, counted from 0. */
export async function reorderStep(services: Services, workshopId: string, stepId: string, to: number): Promise<void> {
  await changeLive(services, workshopId, () => moveStep(services, workshopId, stepId, to))
}

/**
 * Removes a step with what belongs to it alone: votes, groups, and private notes that were not revealed. Where it is
 * the one that runs, the workshop goes on with the next. False where it is gone already.
 */
export async function removeStep(services: Services, workshopId: string, stepId: string): Promise<boolean> {
  return inTurn(services, workshopId, async () => {
    const removed = await takeOutStep(services, workshopId, stepId)
    if (!removed) return false
    await stepRemoved(services, workshopId, removed)
    if (removed.type === 'write') await services.liveWorkshops.eraseDrafts(stepId)
    return true
  })
}

/** What has come of each step that anything has come of, by its id. */
export async function stepHistories(
  { database }: Services,
  workshopId: string,
): Promise<ReadonlyMap<string, StepHistory>> {
  const [run, ran, steps] = await Promise.all([
    database.workshopRun.findUnique({ where: { workshopId }, select: { stage: true, stepId: true } }),
    database.stepRun.findMany({ where: { workshopId }, select: { stepId: true } }),
    database.workshopStep.findMany({
      where: { workshopId },
      select: { id: true, _count: { select: { ballots: true, groups: true } } },
    }),
  ])
  const begun = new Set(ran.map(({ stepId }) => stepId))
  return new Map(
    steps.map(({ id, _count }) => [
      id,
      {
        running: run?.stage === 'running' && run.stepId === id,
        begun: begun.has(id),
        ballots: _count.ballots,
        groups: _count.groups,
      },
    ]),
  )
}

async function rulesAskedAnew({ liveWorkshops }: Services, artefactIds: readonly (string | null)[]): Promise<void> {
  const ids = new Set(artefactIds.filter((id) => id !== null))
  await Promise.all([...ids].map((id) => liveWorkshops.rulesChanged(id)))
}
