import type { Services } from '../../load-context'
import type { LiveState } from '../model/live-state'
import { readLiveState } from './live-state.server'
import { saidClock } from './standing.server'
import { inTurn } from '../../lib/in-turn.server'

/** What everybody in a workshop is told, as it stands in the database. @throws when there is no such workshop. */
export async function liveStateOf(services: Services, workshopId: string): Promise<LiveState> {
  return (await readState(services, workshopId)).state
}

/** Tells everybody in the workshop how it stands, and answers it. */
export function announceLive(services: Services, workshopId: string): Promise<LiveState> {
  return inTurn(services, workshopId, () => tellAll(services, workshopId))
}

/**
 * Changes something that everybody is told, raises the turn, and tells it. `change` writes to the database; changes of
 * one workshop come one after the other. Answers the state after it.
 */
export function changeLive(
  services: Services,
  workshopId: string,
  change: () => Promise<unknown> = () => Promise.resolve(),
): Promise<LiveState> {
  return inTurn(services, workshopId, async () => {
    await change()
    await services.database.workshopRun.updateMany({ where: { workshopId }, data: { turn: { increment: 1 } } })
    return tellAll(services, workshopId)
  })
}

const told = new WeakMap<Services, Set<string>>()

/** Tells what the room of a workshop has not been told since the server was started: asked before somebody comes in. */
export async function ensureTold(services: Services, workshopId: string): Promise<void> {
  if (!told.get(services)?.has(workshopId)) await announceLive(services, workshopId)
}

/** The workshop is gone: whoever is in it is told to leave. */
export async function forgetLive(services: Services, workshopId: string): Promise<void> {
  await inTurn(services, workshopId, async () => {
    told.get(services)?.delete(workshopId)
    await services.liveWorkshops.forget(workshopId)
  })
}

async function tellAll(services: Services, workshopId: string): Promise<LiveState> {
  const { state, standing } = await readState(services, workshopId)
  services.liveWorkshops.tell(workshopId, () => ({
    kind: 'workshop',
    state: { ...state, clock: saidClock(services, standing.clock) },
  }))
  const known = told.get(services) ?? new Set()
  told.set(services, known.add(workshopId))
  return state
}

async function readState(services: Services, workshopId: string) {
  const read = await readLiveState(services, workshopId)
  if (!read) throw new Response(null, { status: 404 })
  return read
}
