import type { RoomRight } from './session'
import type { RoomOptions } from './session-options'

/** Counts how often what a page shows beside the content may have changed since it was sent. */
export class PageChanges {
  count: number
  private right: RoomRight
  private wasLost = false

  constructor({ initialRight, kept }: Pick<RoomOptions<unknown>, 'initialRight' | 'kept'>) {
    this.right = initialRight
    // That proposal was made after the page was sent, and before this session could hear of it.
    this.count = kept ? 1 : 0
  }

  heard(): void {
    this.count += 1
  }

  rightIs(right: RoomRight): void {
    if (right !== this.right) this.heard()
    this.right = right
  }

  lost(): void {
    this.wasLost = true
  }

  /** Connected again: what was told meanwhile was missed. */
  synced(): void {
    if (this.wasLost) this.heard()
    this.wasLost = false
  }
}
