import type { LoggedUpdate, StoredBase, StoredDocument } from './document-store'
import { baseChecksum, firstMark, soundRows } from './marks'

export interface KeptBase {
  base: StoredBase
  checksum: number
}

/**
 * The best state that what is stored still gives: the newest base that is whole, and the rows that follow it
 * without a break. `bases` come newest first, `rows` in order.
 */
export function assemble(epoch: string, bases: readonly KeptBase[], rows: Iterable<LoggedUpdate>): StoredDocument {
  const [newest] = bases
  const good = bases.find(({ base, checksum }) => baseChecksum(base) === checksum)?.base
  if (newest && good !== newest.base) {
    // The rows that led from the older base to the newer are gone: what follows them cannot be used.
    return { epoch, base: good, tail: [], damage: { what: 'base', goodUntil: good?.sequence ?? 0 } }
  }
  const start = good ?? { sequence: 0, mark: firstMark }
  const { rows: tail, broken } = soundRows(start, rows)
  const goodUntil = tail.at(-1)?.sequence ?? start.sequence
  return { epoch, base: good, tail, ...(broken ? { damage: { what: 'row', goodUntil } } : {}) }
}
