import * as Y from 'yjs'
import type { CopyFacts, DeviceStore } from './device-store'
import type { EndReason } from './session'

// Others' edits arrive by the second; they are on the server already and can wait to be written together.
const othersWait = 300
// After a failed write, such as a full disk.
const retryWait = 5_000
const mostRows = 200

/** What was found on this device at opening. */
export interface Restored {
  /** There is a document to show. */
  something: boolean
  unconfirmed: boolean
  facts: CopyFacts
}

/** Whether a copy without edits of one's own stays on the device when a session has ended for this reason. */
export function copyOutlives(reason: EndReason): boolean {
  // Nothing of somebody's work is lost with the copy, and a shared device keeps no more than it must.
  // After a reload the copy is needed again, and what was refused is still looked at.
  // The server may have lost what this copy holds: that is offered to it first.
  return ['reload-needed', 'refused', 'too-many', 'other-history'].includes(reason)
}

/** Keeps a document on this device, edit by edit, and knows what of it the device has really written. */
export class DeviceCopy {
  /** The origin of what was restored. */
  readonly origin = Symbol('restored from this device')
  private waiting: { update: Uint8Array; own: boolean }[] = []
  /** All that the store was asked, one after the other. */
  private asked: Promise<unknown> = Promise.resolve()
  private draining: Promise<void> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private facts: CopyFacts = {}
  private failed = false
  private ended = false

  /** `changed` is called when what is on the device, or not, may have changed. */
  constructor(
    private readonly store: DeviceStore,
    private readonly doc: Y.Doc,
    private readonly changed: () => void,
  ) {}

  /** Brings what was kept into the document, where it merges. Rejects where the device keeps nothing. */
  async restore(isWelcome: () => boolean): Promise<Restored> {
    const kept = await this.store.read()
    if (this.ended || !isWelcome()) return { something: false, unconfirmed: false, facts: {} }
    this.facts = { ...kept.facts, ...this.facts }
    Y.transact(this.doc, () => kept.updates.forEach((update) => Y.applyUpdate(this.doc, update)), this.origin, false)
    if (kept.updates.length > mostRows / 4) this.compact()
    return { something: kept.updates.length > 0, unconfirmed: kept.unconfirmed, facts: kept.facts }
  }

  /** Every edit of this page is written. */
  get holdsAll(): boolean {
    return !this.failed && !this.waiting.some(({ own }) => own)
  }

  /** The device did not take what it was last asked to write. */
  get fails(): boolean {
    return this.failed
  }

  /** `own`: made here, and not confirmed by the server. */
  keep(update: Uint8Array, own: boolean): void {
    if (this.ended) return
    this.waiting.push({ update, own })
    if (own) {
      void this.drain()
      // From here on it is being kept, and no more than that is said of it.
      this.changed()
    } else this.timer ??= setTimeout(() => void this.drain(), othersWait)
  }

  /** The server has all of it on disk. */
  confirm(): void {
    for (const one of this.waiting) one.own = false
    this.ask(() => this.store.confirm())
  }

  /** The history that it belongs to, as the room has told it. */
  get history(): { epoch: string; position: string } {
    return { epoch: this.facts.epoch ?? '', position: this.facts.position ?? '' }
  }

  remember(facts: CopyFacts): void {
    const next = { ...this.facts, ...facts }
    const { epoch, right, position } = this.facts
    if (next.epoch === epoch && next.right === right && next.position === position) return
    this.facts = next
    this.ask(() => this.store.remember(next))
  }

  /**
   * Brings into the document what the same person's other windows have kept on this device since. Answers whether the
   * server never confirmed some of what this device keeps.
   */
  async gather(): Promise<boolean> {
    await this.drain()
    const unconfirmed = await this.ask(async () => {
      const kept = await this.store.read()
      Y.transact(this.doc, () => kept.updates.forEach((update) => Y.applyUpdate(this.doc, update)), this.origin, false)
      return kept.unconfirmed
    })
    return unconfirmed ?? false
  }

  /** Empties the copy and writes nothing more. False, and all stays, where another window has written since `gather`. */
  async letGo(): Promise<boolean> {
    await this.drain()
    this.end()
    const gone = await this.ask(() => this.store.letGo())
    // Undefined: this device keeps nothing.
    if (gone !== false) return true
    this.ended = false
    this.compact()
    return false
  }

  async erase(): Promise<void> {
    this.end()
    await this.asked
    await this.store.erase()
  }

  /** What is waiting is still written. */
  async close(): Promise<void> {
    await this.drain()
    this.end()
    await this.asked
    this.store.close()
  }

  private end(): void {
    this.ended = true
    clearTimeout(this.timer)
  }

  private drain(): Promise<void> {
    if (this.waiting.length === 0 || this.ended) return Promise.resolve()
    this.draining ??= this.writeWaiting()
    return this.draining
  }

  /** Writes what is waiting, in one transaction; what arrives meanwhile goes into the next. */
  private async writeWaiting(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    while (this.waiting.length > 0 && !this.ended) {
      const batch = [...this.waiting]
      const updates = batch.map(({ update }) => update)
      const rows = await this.ask(() => this.store.write(updates, batch.some(({ own }) => own)))
      this.failed = rows === undefined
      if (rows === undefined) {
        this.timer = setTimeout(() => void this.drain(), retryWait)
        break
      }
      this.waiting = this.waiting.slice(batch.length)
      if (rows > mostRows) this.compact()
    }
    this.draining = undefined
    this.changed()
  }

  private compact(): void {
    this.ask(() => this.store.replace(Y.encodeStateAsUpdate(this.doc)))
  }

  /** Undefined where the device could not: the page goes on without a copy. */
  private ask<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    const answered = this.asked.then(work).catch(() => undefined)
    this.asked = answered
    return answered
  }
}
