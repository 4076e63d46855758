import * as Y from 'yjs'
import { contentRoot } from '../document/layout'
import type { DeviceStore } from './device-store'

/**
 * What this device held of a room when the server came back with another history of it, which takes nothing of the former
 * one. It waits on the device until what is one's own in it stands in the new one. For rooms of which no proposals are kept.
 */
export class SetAside<Content> {
  constructor(
    private readonly store: DeviceStore,
    private readonly read: (root: Y.Map<unknown>) => Content,
  ) {}

  /** `former`: the whole former document. Rejects where the device keeps nothing: then the room's own copy must stay. */
  async put(former: Uint8Array): Promise<void> {
    await this.store.write([former], true)
  }

  /** One for each history that was set aside. */
  async contents(): Promise<Content[]> {
    const { updates } = await this.store.read()
    return updates.map((former) => this.contentOf(former))
  }

  async forget(): Promise<void> {
    await this.store.erase()
  }

  private contentOf(former: Uint8Array): Content {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, former)
    const content = this.read(contentRoot(doc))
    doc.destroy()
    return content
  }
}
