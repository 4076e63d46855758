import { newId } from '../../app/lib/id'
import { assemble, type KeptBase } from './assemble'
import { AnotherWriter, type DocumentStore, type LoggedUpdate, type LogRow } from './document-store'
import { baseChecksum } from './marks'

interface Kept {
  epoch: string
  bases: KeptBase[]
  rows: LoggedUpdate[]
}

/** Keeps everything in this process only: for tests and throw-away servers. */
export function createMemoryStore(): DocumentStore {
  const documents = new Map<string, Kept>()
  const kept = (document: string): Kept => {
    const found = documents.get(document)
    if (found) return found
    const made: Kept = { epoch: newId(), bases: [], rows: [] }
    documents.set(document, made)
    return made
  }
  return {
    async open(document) {
      const { epoch, bases, rows } = kept(document)
      return assemble(epoch, bases, rows)
    },
    async append(rows) {
      for (const row of rows) refuseAnother(kept(row.document), row)
      for (const row of rows) {
        const { rows: log } = kept(row.document)
        if (!log.some(({ sequence }) => sequence === row.sequence)) {
          log.push({ sequence: row.sequence, mark: row.mark, update: row.update.slice() })
        }
      }
    },
    async replaceBase(document, base) {
      const found = kept(document)
      found.bases = [{ base, checksum: baseChecksum(base) }, ...found.bases.slice(0, 1)]
      found.rows = found.rows.filter(({ sequence }) => sequence > base.sequence)
    },
    async names(prefix) {
      return [...documents.keys()].filter((name) => name.startsWith(prefix)).sort()
    },
    async erase(names) {
      for (const name of names) documents.delete(name)
    },
    probe: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

function refuseAnother({ rows }: Kept, row: LogRow): void {
  const present = rows.find(({ sequence }) => sequence === row.sequence)
  if (present && present.mark !== row.mark) throw new AnotherWriter(row)
}
