import { carries, messageAwareness, tellsOnlyOf } from './protocol'

export interface SocketWatch {
  /** The id by which this browser is present. */
  clientId: number
  /** Whether the server has been told all that it lacks on this connection. */
  mayEdit(): boolean
  sent(whole: boolean): void
  withheld(): void
}

/**
 * A WebSocket that tells what edits leave through it. It holds single edits back until the whole has been sent:
 * an edit that came before what it builds upon would be refused as a gap, and the whole holds it anyway.
 * Messages beyond `largest` bytes stay here; sending them would cost the connection again and again.
 *
 * It also keeps others' pointers from going back to the server: y-websocket 3.1 sends on whatever awareness it
 * receives, so that each of a hundred browsers would repeat all hundred pointers, thirty times a second.
 */
export function observedSocket(Base: typeof WebSocket, largest: number, watch: SocketWatch): typeof WebSocket {
  return class extends Base {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      if (data instanceof Uint8Array && data[0] === messageAwareness && !tellsOnlyOf(watch.clientId, data)) return
      const what = data instanceof Uint8Array ? carries(data) : 'nothing'
      if (what === 'nothing') {
        super.send(data)
        return
      }
      if (what === 'edit' && !watch.mayEdit()) return
      if (data instanceof Uint8Array && data.byteLength > largest) {
        watch.withheld()
        return
      }
      watch.sent(what === 'whole')
      super.send(data)
    }
  }
}
