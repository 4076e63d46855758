import type { CopyFacts, DeviceStore } from '../../../app/sync/device-store'

/** A device: what it keeps outlives the pages that use it. */
export class MemoryDevice {
  rows = new Map<number, Uint8Array>()
  marks = new Map<string, number>()
  facts: CopyFacts = {}
  /** Whether it writes; a full disk does not. */
  writes = true
  erased = 0
  failures = 0
  /** How long each act takes, in ms. */
  delay = 0
  private nextKey = 1
  private pages = 0

  /** The copy as one page uses it. */
  open(): DeviceStore {
    const page = `page ${(this.pages += 1)}`
    let known: number[] = []
    let found: [string, number][] = []
    let own = 0
    const act = async <Result>(work: () => Result): Promise<Result> => {
      if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay))
      if (this.writes) return work()
      this.failures += 1
      throw new Error('The disk is full')
    }
    const add = (update: Uint8Array): number => {
      const key = this.nextKey
      this.nextKey += 1
      this.rows.set(key, update)
      return key
    }
    return {
      read: () =>
        act(() => {
          known = [...this.rows.keys()]
          found = [...this.marks]
          return { updates: [...this.rows.values()], unconfirmed: this.marks.size > 0, facts: this.facts }
        }),
      write: (updates, isOwn) =>
        act(() => {
          known.push(...updates.map(add))
          if (isOwn) this.marks.set(page, (own += 1))
          return known.length
        }),
      replace: (state) =>
        act(() => {
          for (const key of known) this.rows.delete(key)
          known = [add(state)]
        }),
      confirm: () =>
        act(() => {
          this.marks.delete(page)
          for (const [key, value] of found) if (this.marks.get(key) === value) this.marks.delete(key)
        }),
      remember: (facts) =>
        act(() => {
          this.facts = facts
        }),
      letGo: () =>
        act(() => {
          const isAll = [...this.rows.keys()].every((key) => known.includes(key))
          if (!isAll) return false
          this.rows.clear()
          this.marks.clear()
          this.facts = {}
          return true
        }),
      erase: () =>
        act(() => {
          this.erased += 1
          this.rows.clear()
          this.marks.clear()
          this.facts = {}
        }),
      close: () => undefined,
    }
  }
}
