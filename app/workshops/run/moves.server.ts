import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import { noteEverybodyPresent } from '../attendees.server'
import { moved, movedOffRemoved, type Move, type Standing } from '../model/run'
import type { Step } from '../model/steps'
import type { CommandAnswer } from './commands'
import { changeLive, liveStateOf } from './live-run.server'
import { readCall } from './live-state.server'
import { driftOf, standingOf, storedClock } from './standing.server'
import { tellRules } from './tell-rules.server'
import { inTurn } from '../../lib/in-turn.server'

/**
 * Does something to a running workshop that was decided on while `turn` stood. Two facilitators who press at once, and
 * a double click, do it once. `work` answers what came of it; nothing is told unless it is `done`.
 */
export function onTurn(
  services: Services,
  workshopId: string,
  turn: number,
  work: () => Promise<CommandAnswer['outcome']>,
): Promise<CommandAnswer> {
  return inTurn(services, workshopId, async () => {
    const run = await services.database.workshopRun.findUnique({ where: { workshopId }, select: { turn: true } })
    if ((run?.turn ?? 0) !== turn) return { outcome: 'stale', state: await liveStateOf(services, workshopId) }
    const outcome = await work()
    const after = outcome === 'done' ? changeLive(services, workshopId) : liveStateOf(services, workshopId)
    return { outcome, state: await after }
  })
}

/** A move as a facilitator asks for it. */
export type AskedMove = Exclude<Move, { move: 'reopen' }> | { move: 'reopen' }

/** Moves a workshop on: from step to step, and its clock. */
export async function moveRun(
  services: Services,
  workshopId: string,
  turn: number,
  asked: AskedMove,
): Promise<CommandAnswer> {
  let left: readonly string[] = []
  const answer = await onTurn(services, workshopId, turn, async () => {
    const before = await readRun(services, workshopId)
    const steps = await stepsOf(services, workshopId)
    const move = asked.move === 'reopen' ? { move: asked.move, lastStepId: await lastStepOf(services, workshopId) } : asked
    const after = moved(before, move, steps, services.elapsed())
    if (after === before) return 'nothing'
    left = await settle(services, workshopId, before, after, steps)
    return 'done'
  })
  await tellRules(services, left)
  return answer
}

/**
 * A step has been taken out of the agenda. Where it was the one that runs, the workshop goes on with the one after it.
 * `removed.order`: where it stood in `stepsOf`.
 */
export async function stepRemoved(
  services: Services,
  workshopId: string,
  removed: { id: string; order: number },
): Promise<void> {
  let left: readonly string[] = []
  await changeLive(services, workshopId, async () => {
    const before = await readRun(services, workshopId)
    const steps = await stepsOf(services, workshopId)
    // What stood after it has moved up by one.
    const places = steps.map((step) => ({ ...step, order: step.order < removed.order ? step.order : step.order + 1 }))
    const after = movedOffRemoved(before, removed, places, services.elapsed())
    if (after !== before) left = await settle(services, workshopId, before, after, steps)
  })
  await tellRules(services, left)
}

/** A drift of the stored end beyond this is put right. */
const mostDriftMs = 2_000

/**
 * When the clock on the wall has been moved, the stored end of the step is moved with it: a restart later on goes by
 * the stored one. Tells nobody anything, since nothing is different for anybody.
 */
export async function keepStoredEnd(services: Services, workshopId: string): Promise<void> {
  const run = await services.database.workshopRun.findUnique({ where: { workshopId } })
  if (!run) return
  const { clock } = standingOf(services, workshopId, run)
  if (driftOf(services, clock, run) < mostDriftMs) return
  await inTurn(services, workshopId, async () => {
    const standing = await readRun(services, workshopId)
    await services.database.workshopRun.update({
      where: { workshopId },
      data: storedClock(services, workshopId, standing.clock),
    })
  })
}

async function readRun(services: Services, workshopId: string): Promise<Standing> {
  return standingOf(services, workshopId, await services.database.workshopRun.findUnique({ where: { workshopId } }))
}

async function lastStepOf({ database }: Services, workshopId: string): Promise<string | null> {
  const last = await database.stepRun.findFirst({ where: { workshopId }, orderBy: { id: 'desc' } })
  return last?.stepId ?? null
}

/**
 * Writes where the workshop stands now, and what has run so far. Answers the artefacts in which participants may do
 * something else than before.
 */
async function settle(
  services: Services,
  workshopId: string,
  before: Standing,
  after: Standing,
  steps: readonly Step[],
): Promise<readonly string[]> {
  const { database } = services
  const at = new Date(services.now())
  const otherStep = after.stepId !== before.stepId
  const step = otherStep ? steps.find(({ id }) => id === after.stepId) : undefined
  const run = await database.workshopRun.findUnique({ where: { workshopId } })
  const columns = {
    stage: after.stage,
    stepId: after.stepId,
    closedAt: after.stage === 'closed' ? at : null,
    ...storedClock(services, workshopId, after.clock),
    // A call belongs to the step in which it was made.
    ...(otherStep ? { call: withoutCall(run?.call ?? '') } : {}),
  }
  await database.$transaction([
    database.workshopRun.upsert({
      where: { workshopId },
      create: { workshopId, startedAt: at, ...columns },
      update: columns,
    }),
    ...(otherStep
      ? [database.stepRun.updateMany({ where: { workshopId, endedAt: null }, data: { endedAt: at } })]
      : []),
    ...(step
      ? [
          database.stepRun.create({
            data: { workshopId, stepId: step.id, type: step.type, title: step.title, startedAt: at },
          }),
        ]
      : []),
  ])
  if (before.stage === 'planned') await noteEverybodyPresent(services, workshopId)
  return otherStep || before.stage !== after.stage ? artefactsOf(services, workshopId) : []
}

function withoutCall(stored: string): string {
  const call = readCall(stored)
  return call ? JSON.stringify({ ...call, over: true }) : ''
}

async function artefactsOf({ database }: Services, workshopId: string): Promise<string[]> {
  const rows = await database.workshopArtefact.findMany({ where: { workshopId }, select: { artefactId: true } })
  return rows.map(({ artefactId }) => artefactId)
}
