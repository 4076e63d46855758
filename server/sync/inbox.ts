import * as decoding from 'lib0/decoding'

/** So much is handed on in one turn of the event loop: as much as a WebSocket reads in one. */
const TURN_BYTES = 64 * 1024

/**
 * The messages in one batch: each with its length before it. Views of `body`. Undefined where it cannot be read, or
 * holds more than `most`.
 */
export function readBatch(body: Uint8Array, most: number): Uint8Array[] | undefined {
  const decoder = decoding.createDecoder(body)
  const messages: Uint8Array[] = []
  try {
    while (decoding.hasContent(decoder)) {
      const length = decoding.readVarUint(decoder)
      if (length > body.byteLength - decoder.pos || messages.length === most) return undefined
      messages.push(decoding.readUint8Array(decoder, length))
    }
  } catch {
    return undefined
  }
  return messages
}

/**
 * The batches of one connection: in order, each taken once however often it is sent, and handed on while nobody
 * has said to wait. SPEC P18.
 */
export class Inbox {
  private latest = 0
  private waiting: Uint8Array[] = []
  private paused = false
  private stopped = false
  private handing = false
  /** The next part of the batch. */
  private nextPart: NodeJS.Immediate | undefined
  private onReady: (() => void)[] = []

  constructor(private readonly handOn: (message: Uint8Array) => void) {}

  /** `repeated`: its answer was lost. `out-of-order`: another is expected, or the one before has not been handed on. */
  expects(number: number): 'next' | 'repeated' | 'out-of-order' {
    if (number === this.latest) return 'repeated'
    return number === this.latest + 1 && this.waiting.length === 0 ? 'next' : 'out-of-order'
  }

  /** The batch that comes next. */
  take(messages: readonly Uint8Array[]): void {
    this.latest += 1
    this.waiting = [...messages]
    this.work()
  }

  /** Resolves when what was taken has been handed on and more is welcome: true; or when it never will be: false. */
  async emptied(): Promise<boolean> {
    if (!this.stopped && !this.isReady) await new Promise<void>((resolve) => this.onReady.push(resolve))
    return !this.stopped
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
    this.work()
  }

  stop(): void {
    this.stopped = true
    clearImmediate(this.nextPart)
    this.waiting = []
    this.settle()
  }

  private get isReady(): boolean {
    return this.waiting.length === 0 && !this.paused
  }

  private work(): void {
    // Handing on may pause and resume.
    if (this.handing || this.nextPart) return
    this.handing = true
    let bytes = 0
    while (!this.paused && !this.stopped && bytes < TURN_BYTES) {
      const message = this.waiting.shift()
      if (!message) break
      bytes += message.byteLength
      this.handOn(message)
    }
    this.handing = false
    if (this.isReady) this.settle()
    else if (bytes >= TURN_BYTES && !this.paused && !this.stopped) this.goOnLater()
  }

  private goOnLater(): void {
    this.nextPart = setImmediate(() => {
      this.nextPart = undefined
      this.work()
    })
  }

  private settle(): void {
    for (const resolve of this.onReady.splice(0)) resolve()
  }
}
