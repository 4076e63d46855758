import { crc32 } from 'node:zlib'
import type { LoggedUpdate, StoredBase } from './document-store'

/**
 * A row's checksum, chained to the row before: it tells a flipped bit, a missing row and another history apart
 * from what was written. Not a defence against forgery.
 */
export function nextMark(previous: number, update: Uint8Array): number {
  return crc32(update, previous)
}

/** The mark before the first update. */
export const firstMark = 0

/** What a base's own bytes must sum up to. */
export function baseChecksum(base: StoredBase): number {
  return crc32(base.deletions, crc32(base.stateVector, crc32(base.state, base.mark)))
}

/** The rows up to the first that is missing or not what was written, and whether any was. */
export function soundRows(
  after: { sequence: number; mark: number },
  rows: Iterable<LoggedUpdate>,
): { rows: LoggedUpdate[]; broken: boolean } {
  const sound: LoggedUpdate[] = []
  let { sequence, mark } = after
  for (const row of rows) {
    sequence += 1
    mark = nextMark(mark, row.update)
    if (row.sequence !== sequence || row.mark !== mark) return { rows: sound, broken: true }
    sound.push(row)
  }
  return { rows: sound, broken: false }
}
