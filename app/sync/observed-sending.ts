import { carries, messageAwareness, tellsOnlyOf } from './protocol'
import type { Wire } from './wire'

export interface SendingWatch {
  /** The id by which this browser is present. */
  clientId: number
  /** Messages beyond so many bytes stay here; sending them would cost the connection again and again. */
  largest: number
  /** Whether the server has been told all that it lacks on this connection. */
  mayEdit(): boolean
  sent(whole: boolean): void
  withheld(): void
}

/**
 * Sends through a wire and tells what edits leave. Single edits are held back until the whole has been sent: an edit
 * that came before what it builds upon would be refused as a gap, and the whole holds it anyway.
 *
 * It also keeps others' pointers from going back to the server: y-websocket 3.1 sends on whatever awareness it
 * receives, so that each of a hundred browsers would repeat all hundred pointers, thirty times a second.
 */
export function sendObserved(wire: Wire, message: Uint8Array, watch: SendingWatch): void {
  if (message[0] === messageAwareness && !tellsOnlyOf(watch.clientId, message)) return
  const what = carries(message)
  if (what === 'edit' && !watch.mayEdit()) return
  if (what !== 'nothing' && message.byteLength > watch.largest) return watch.withheld()
  if (what !== 'nothing') watch.sent(what === 'whole')
  wire.send(message)
}
