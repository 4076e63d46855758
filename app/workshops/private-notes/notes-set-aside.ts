import * as Y from 'yjs'
import { contentRoot } from '../../document/layout'
import type { PrivateNote } from '../../load-context'
import type { DeviceStore } from '../../sync/device-store'
import { readNotes } from './notes'

/**
 * Private notes that this device held when the server came back with another history of their draft, which takes nothing
 * of the former one. They wait on the device until they stand in the new one, by their words.
 */
export class NotesSetAside {
  constructor(private readonly store: DeviceStore) {}

  /** `draft`: the whole former document. Rejects where the device keeps nothing: then the draft's own copy must stay. */
  async put(draft: Uint8Array): Promise<void> {
    await this.store.write([draft], true)
  }

  async notes(): Promise<PrivateNote[]> {
    const { updates } = await this.store.read()
    return updates.flatMap(notesOf)
  }

  async forget(): Promise<void> {
    await this.store.erase()
  }
}

function notesOf(draft: Uint8Array): readonly PrivateNote[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draft)
  const { notes } = readNotes(contentRoot(doc))
  doc.destroy()
  return notes
}
