import { inspectUpdate, type Verdict } from './inspect-update'
import type { Room } from './room'
import { encodeStateVector } from './state-vector'
import type { SyncServices } from './sync-services'

/** The room does not take the change: it is full, or damaged. */
export class ChangeRefused extends Error {
  override name = 'ChangeRefused'
}

/** Through the same door as everybody's edits; on disk when it resolves. */
export async function offerOwn(room: Room, update: Uint8Array, services: SyncServices): Promise<void> {
  const verdict = await inspect(room, update, services)
  const offered = verdict.sound ? room.offer(update, verdict, 'server') : verdict.reason
  if (typeof offered !== 'number') throw new ChangeRefused(`${room.name} refuses a change of the server: ${offered}`)
  await room.onDisk(offered)
}

/** In a worker where it is large. SPEC R8. */
export async function inspect(room: Room, update: Uint8Array, { limits, workers }: SyncServices): Promise<Verdict> {
  const { stateVector } = room.content
  return update.byteLength > limits.inspectHereBytes
    ? workers.run('inspect', { update, stateVector: encodeStateVector(stateVector) })
    : inspectUpdate(update, stateVector)
}
