import type { Services } from '../../load-context'
import { workshopStages } from '../model/live-state'
import { notBegun, type Standing } from '../model/run'
import { leftMs, type StepClock } from '../model/step-clock'

interface RunRow {
  stage: string
  stepId: string | null
  stepEndsAt: Date | null
  pausedLeftMs: number | null
}

/**
 * Ends of steps on the server's own clock, beside the time on the wall that stands for each in the database: a wall
 * clock that is put right, or wrong, in the middle of a step changes nothing that is left of it.
 */
const ownEnds = new WeakMap<Services, Map<string, { stored: number; endsAt: number }>>()

/** Where a workshop stands, of its row. After a restart the end that everybody saw stands. */
export function standingOf(services: Services, workshopId: string, run: RunRow | null): Standing {
  if (!run) return notBegun
  const stage = workshopStages.find((one) => one === run.stage) ?? 'closed'
  return { stage, stepId: run.stepId, clock: clockOf(services, workshopId, run) }
}

function clockOf(services: Services, workshopId: string, { stepEndsAt, pausedLeftMs }: RunRow): StepClock {
  if (pausedLeftMs !== null) return { kind: 'paused', leftMs: pausedLeftMs }
  if (!stepEndsAt) return { kind: 'open' }
  const stored = stepEndsAt.getTime()
  const known = endsOf(services).get(workshopId)
  if (known?.stored === stored) return { kind: 'running', endsAt: known.endsAt }
  const endsAt = services.elapsed() + (stored - services.now())
  endsOf(services).set(workshopId, { stored, endsAt })
  return { kind: 'running', endsAt }
}

/** The columns that hold a clock; the end on the server's own clock is kept beside them. */
export function storedClock(services: Services, workshopId: string, clock: StepClock) {
  if (clock.kind !== 'running') {
    endsOf(services).delete(workshopId)
    return { stepEndsAt: null, pausedLeftMs: clock.kind === 'paused' ? clock.leftMs : null }
  }
  const stepEndsAt = new Date(Math.round(services.now() + (clock.endsAt - services.elapsed())))
  endsOf(services).set(workshopId, { stored: stepEndsAt.getTime(), endsAt: clock.endsAt })
  return { stepEndsAt, pausedLeftMs: null }
}

/** How far the stored end has come from the true one because the clock on the wall was moved, in milliseconds. */
export function driftOf(services: Services, clock: StepClock, run: RunRow): number {
  if (clock.kind !== 'running' || !run.stepEndsAt) return 0
  return Math.abs(run.stepEndsAt.getTime() - services.now() - (clock.endsAt - services.elapsed()))
}

/** As everybody is told it. */
export function saidClock(services: Services, clock: StepClock): { leftMs: number | null; paused: boolean } {
  return { leftMs: leftMs(clock, services.elapsed()), paused: clock.kind === 'paused' }
}

function endsOf(services: Services) {
  const ends = ownEnds.get(services) ?? new Map<string, { stored: number; endsAt: number }>()
  ownEnds.set(services, ends)
  return ends
}
