import type { Followed, StoredDocument } from '../persistence/document-store'
import { DeletedRanges } from './deleted-ranges'
import { inspectUpdate } from './inspect-update'
import { clockOf, decodeStateVector, encodeStateVector } from './state-vector'

/**
 * How far a document's base and log reach together. Decodes every update of the log: a megabyte takes some 50 ms,
 * so whoever reads a document from the disk does it there, beside the event loop.
 */
export function followTail({ base, tail }: Pick<StoredDocument, 'base' | 'tail'>): Followed {
  const reached = base ? decodeStateVector(base.stateVector) : new Map<number, number>()
  const deletions = base ? DeletedRanges.decode(base.deletions) : new DeletedRanges()
  let sound = 0
  for (const { update } of tail) {
    const verdict = inspectUpdate(update, reached)
    if (!verdict.sound) break
    for (const [client, clock] of verdict.ends) if (clock > clockOf(reached, client)) reached.set(client, clock)
    deletions.add(verdict.deletions)
    sound += 1
  }
  return { stateVector: encodeStateVector(reached), deletions: deletions.encode(), sound }
}
