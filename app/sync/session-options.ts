import type { ArtefactKind } from '../artefacts/kind'
import type { SendCopy } from './copy-offer'
import type { DeviceStore } from './device-store'
import type { Offer, RoomRight } from './session'
import type { WayOptions } from './way-chooser'

export interface SessionOptions<Content> {
  artefactId: string
  kind: Pick<ArtefactKind<Content>, 'read'>
  /** The same object for as long as the session is open. */
  initialContent: Content
  /** What the page was sent with, for until the server has said. */
  initialRight: RoomRight
  /** Whose copy on this device it is: `user:ID` or `seat:ID`. */
  participantKey: string
  /** Where the rooms are; this page's own server when absent. Without a slash at the end. */
  serverUrl?: string
  /** IndexedDB when absent. */
  deviceStore?: DeviceStore
  /** The browser's own where absent. */
  ways?: Partial<WayOptions>
  /** To this page's own server when absent. */
  sendCopy?: SendCopy
  /** Edits of the session before this one were kept as a proposal: told until the page is left. */
  kept?: Extract<Offer, { kind: 'kept' }>
  /** What this device held is the server's now: the artefact is to be opened anew, without it. */
  onHandedOver?(kept: Extract<Offer, { kind: 'kept' }> | undefined): void
}

/** Where the rooms of this page's own server are. */
export function ownServer(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}
