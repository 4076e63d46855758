import type { WorkshopStage } from './live-state'
import { clockFor, paused, resumed, withMinutes, type StepClock } from './step-clock'

/** Where a workshop stands. */
export interface Standing {
  stage: WorkshopStage
  /** Null before the start, after the end, and where the agenda is empty. */
  stepId: string | null
  clock: StepClock
}

/** What the way through an agenda needs of its steps. */
export interface AgendaItem {
  id: string
  minutes: number | null
}

/** What is done to where a workshop stands. `reopen` goes back to the step that ran last, without an end. */
export type Move =
  | { move: 'start' | 'next' | 'back' | 'pause' | 'resume' | 'end' }
  | { move: 'go'; stepId: string }
  | { move: 'add-time'; minutes: number }
  | { move: 'reopen'; lastStepId: string | null }

export const notBegun: Standing = { stage: 'planned', stepId: null, clock: { kind: 'open' } }

/** Where it stands after a move. The same object where the move means nothing there. `now`: of `Services.elapsed()`. */
export function moved(standing: Standing, move: Move, agenda: readonly AgendaItem[], now: number): Standing {
  if (move.move === 'start') return standing.stage === 'planned' ? enter(standing, agenda[0], now) : standing
  if (move.move === 'reopen') return standing.stage === 'closed' ? reopened(move.lastStepId, agenda) : standing
  if (standing.stage !== 'running') return standing
  switch (move.move) {
    case 'next':
      return enter(standing, agenda[placeOf(standing, agenda) + 1], now)
    case 'back':
      return enter(standing, agenda[placeOf(standing, agenda) - 1], now)
    case 'go':
      return move.stepId === standing.stepId
        ? standing
        : enter(standing, agenda.find(({ id }) => id === move.stepId), now)
    case 'pause':
      return withClock(standing, paused(standing.clock, now))
    case 'resume':
      return withClock(standing, resumed(standing.clock, now))
    case 'add-time':
      return standing.stepId === null ? standing : withClock(standing, withMinutes(standing.clock, move.minutes, now))
    case 'end':
      return { stage: 'closed', stepId: null, clock: { kind: 'open' } }
  }
}

/** Where it stands when the step that runs is taken out of the agenda: at the one after it, or else before it. */
export function movedOffRemoved(
  standing: Standing,
  removed: { id: string; order: number },
  left: readonly (AgendaItem & { order: number })[],
  now: number,
): Standing {
  if (standing.stage !== 'running' || standing.stepId !== removed.id) return standing
  const next = left.find(({ order }) => order > removed.order) ?? left.at(-1)
  return next ? enter(standing, next, now) : { ...standing, stepId: null, clock: { kind: 'open' } }
}

function enter(standing: Standing, item: AgendaItem | undefined, now: number): Standing {
  return item ? { stage: 'running', stepId: item.id, clock: clockFor(item.minutes, now) } : standing
}

function reopened(lastStepId: string | null, agenda: readonly AgendaItem[]): Standing {
  const step = agenda.find(({ id }) => id === lastStepId) ?? agenda.at(-1)
  return { stage: 'running', stepId: step?.id ?? null, clock: { kind: 'open' } }
}

/** -1 for a step that is not in the agenda: the next one is then the first. */
function placeOf(standing: Standing, agenda: readonly AgendaItem[]): number {
  return agenda.findIndex(({ id }) => id === standing.stepId)
}

function withClock(standing: Standing, clock: StepClock): Standing {
  return clock === standing.clock ? standing : { ...standing, clock }
}
