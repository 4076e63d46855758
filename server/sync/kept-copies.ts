import { createHash } from 'node:crypto'
import type { KindId } from '../../app/artefacts/registry'
import type { ExaminedCopy, KeptCopy, MergePreview } from '../../app/load-context'
import { inspect, offerOwn } from './own-changes'
import type { Room } from './room'
import type { RoomContent, SoundVerdict } from './room-content'
import { clockOf } from './state-vector'
import type { SyncServices } from './sync-services'

/** SPEC R39. */
export async function examineCopy(
  room: Room,
  kind: KindId,
  copy: KeptCopy,
  services: SyncServices,
): Promise<ExaminedCopy> {
  const verdict = await inspect(room, copy.update, services)
  if (!verdict.sound) return { outcome: 'unreadable' }
  const fingerprint = fingerprintOf(room.content, verdict)
  if (fingerprint === undefined) return { outcome: 'nothing-new' }
  const sameHistory = isOfHistory(room.content, copy)
  const read = await services.workers.run('readCopy', { update: copy.update, kind }).catch(() => undefined)
  return read ? { outcome: 'holds-more', sameHistory, content: read.content, fingerprint } : { outcome: 'unreadable' }
}

export async function previewMerge(
  room: Room,
  kind: KindId,
  { update, epoch, position }: KeptCopy,
  { workers }: SyncServices,
): Promise<MergePreview> {
  if (!isOfHistory(room.content, { epoch, position })) return { outcome: 'other-history' }
  const document = room.content.copyUntil(room.content.sequence)
  const [now, merged] = await Promise.all([
    workers.run('read', { document, kind }),
    workers.run('mergeCopy', { document, update, kind }),
  ])
  return { outcome: 'mergeable', now: now.content, merged: merged.content }
}

/** @throws ChangeRefused, CannotSave */
export async function mergeCopy(room: Room, copy: KeptCopy, services: SyncServices): Promise<boolean> {
  if (!isOfHistory(room.content, copy)) return false
  await offerOwn(room, copy.update, services)
  return true
}

/** The same question as at the door: SPEC P2 `epoch`, `seen`. */
function isOfHistory(content: RoomContent, { epoch, position }: Pick<KeptCopy, 'epoch' | 'position'>): boolean {
  return epoch === content.epoch && (position === '' || content.resume(position) !== 'other-history')
}

/**
 * Names the edits that the room lacks by the ids that Yjs gave them, of which no two edits of one history share any;
 * not by bytes, of which the same edits may have several forms. Undefined where nothing is lacking.
 */
function fingerprintOf(content: RoomContent, verdict: SoundVerdict): string | undefined {
  const { stateVector } = content
  const made = verdict.ends
    .filter(([client, clock]) => clock > clockOf(stateVector, client))
    .map(([client, clock]) => [client, clockOf(stateVector, client), clock])
  const deleted = content
    .newDeletions(verdict)
    .flatMap(({ client, starts, ends }) => [...starts].map((start, index) => [client, start, ends[index] ?? start]))
  if (made.length === 0 && deleted.length === 0) return undefined
  const lacking = [made, deleted].map((ranges) => ranges.map((range) => range.join('.')).sort())
  return createHash('sha256').update(JSON.stringify(lacking)).digest('hex')
}
