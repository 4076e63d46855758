import { carries } from './protocol'

export interface SocketWatch {
  /** Whether the server has been told all that it lacks on this connection. */
  mayEdit(): boolean
  sent(whole: boolean): void
  withheld(): void
}

/**
 * A WebSocket that tells what edits leave through it. It holds single edits back until the whole has been sent:
 * an edit that came before what it builds upon would be refused as a gap, and the whole holds it anyway.
 * Messages beyond `largest` bytes stay here; sending them would cost the connection again and again.
 */
export function observedSocket(Base: typeof WebSocket, largest: number, watch: SocketWatch): typeof WebSocket {
  return class extends Base {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
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
