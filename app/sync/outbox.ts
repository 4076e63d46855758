import { createEncoder, toUint8Array, writeVarUint8Array } from 'lib0/encoding'

/** The server takes no more in one batch (server/sync/SPEC.md, P18). */
const mostMessages = 2_000
// A batch that is lost on the way is sent again as a whole.
const fullAt = 1024 * 1024

/** Messages that wait for the next batch. */
export class Outbox {
  private waiting: Uint8Array[] = []

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }

  /** Copies it: the caller may reuse the bytes. */
  put(message: Uint8Array): void {
    this.waiting.push(message.slice())
  }

  /** The earliest messages as one batch: each with its length before it. At least one, however large it is. */
  nextBatch(): Uint8Array {
    const encoder = createEncoder()
    let count = 0
    let bytes = 0
    for (const message of this.waiting) {
      if (count === mostMessages || (count > 0 && bytes + message.byteLength > fullAt)) break
      writeVarUint8Array(encoder, message)
      count += 1
      bytes += message.byteLength
    }
    this.waiting = this.waiting.slice(count)
    return toUint8Array(encoder)
  }
}
