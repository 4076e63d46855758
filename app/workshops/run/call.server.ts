import type { Services } from '../../load-context'
import { readCall, type StoredCall } from './live-state.server'

/** Asks everybody to come to an artefact, or a place in it. False for one that the workshop does not work on. */
export async function callHere(
  services: Services,
  workshopId: string,
  call: { by: string; artefactId: string; place: string | null },
): Promise<boolean> {
  const { database } = services
  const known = await database.workshopArtefact.findFirst({
    where: { workshopId, artefactId: call.artefactId, artefact: { deletedAt: null } },
  })
  const run = await database.workshopRun.findUnique({ where: { workshopId } })
  if (!known || run?.stage !== 'running') return false
  const number = (readCall(run.call)?.number ?? 0) + 1
  await store(services, workshopId, { ...call, number, over: false })
  return true
}

/** Takes the call back. False where there is none. */
export async function endCall(services: Services, workshopId: string): Promise<boolean> {
  const run = await services.database.workshopRun.findUnique({ where: { workshopId } })
  const call = readCall(run?.call ?? '')
  if (!call || call.over) return false
  await store(services, workshopId, { ...call, over: true })
  return true
}

async function store({ database }: Services, workshopId: string, call: StoredCall): Promise<void> {
  await database.workshopRun.update({ where: { workshopId }, data: { call: JSON.stringify(call) } })
}
