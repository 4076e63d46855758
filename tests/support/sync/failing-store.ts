import type { DocumentStore } from '../../../server/persistence/document-store'

export interface FailingStore extends DocumentStore {
  /** While set, nothing can be written. */
  failing: boolean
  /** Holds every write back until it resolves. */
  hold: Promise<void> | undefined
}

/** A store over another that can be told to fail or to be slow. */
export function failingStore(store: DocumentStore): FailingStore {
  const failing: FailingStore = {
    failing: false,
    hold: undefined,
    open: (document) => store.open(document),
    append: async (rows) => {
      await failing.hold
      refuse()
      await store.append(rows)
    },
    replaceBase: async (document, base) => {
      refuse()
      await store.replaceBase(document, base)
    },
    names: (prefix) => store.names(prefix),
    erase: async (documents) => {
      refuse()
      await store.erase(documents)
    },
    probe: async () => {
      refuse()
      await store.probe()
    },
    close: () => store.close(),
  }
  function refuse() {
    if (failing.failing) throw new Error('database or disk is full')
  }
  return failing
}
