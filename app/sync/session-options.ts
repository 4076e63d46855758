import type { SharedContent } from '../artefacts/kind'
import type { HandOver, SendCopy } from './copy-offer'
import type { DeviceStore } from './device-store'
import type { RoomName } from './room-name'
import type { Offer, RoomRight } from './session'
import type { WayOptions } from './way-chooser'

/** A room to be opened for shared editing. */
export interface RoomOptions<Content> {
  room: RoomName
  kind: Pick<SharedContent<Content>, 'read' | 'isUndoneApart'>
  /** Whoever may only comment in the room writes there, as suggestions. */
  suggests?: boolean
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
  /** What becomes of edits that cannot be merged. Without it they stay on this device. */
  handOver?: HandOver
  /** Edits of the session before this one were kept as a proposal: told until the page is left. */
  kept?: Extract<Offer, { kind: 'kept' }>
  /** What this device held is the server's now: the room is to be opened anew, without it. */
  onHandedOver?(kept: Extract<Offer, { kind: 'kept' }> | undefined): void
}

export interface SessionOptions<Content> extends Omit<RoomOptions<Content>, 'room' | 'handOver'> {
  artefactId: string
  /** To this page's own server when absent. */
  sendCopy?: SendCopy
}

/** Where the rooms of this page's own server are. */
export function ownServer(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}
