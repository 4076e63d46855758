import type * as Y from 'yjs'
import type { Remember } from './remember'

/** A memory for reading a live document again and again; see `Remember`. */
export interface Memory {
  remember: Remember
  /** Forgets everything and stops listening. */
  close(): void
}

export function createMemory(root: Y.Map<unknown>): Memory {
  let known = new WeakMap<Y.AbstractType<unknown>, { part: unknown }>()
  const forget = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      let type: Y.AbstractType<unknown> | null = event.target
      while (type) {
        known.delete(type)
        type = type.parent as Y.AbstractType<unknown> | null
      }
    }
  }
  root.observeDeep(forget)
  return {
    remember: (type, make) => {
      const found = known.get(type)
      if (found) return found.part as ReturnType<typeof make>
      const part = make()
      known.set(type, { part })
      return part
    },
    close: () => {
      root.unobserveDeep(forget)
      known = new WeakMap()
    },
  }
}
