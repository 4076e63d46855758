import type { Message } from './messages'

/** What a room sends in one turn of the event loop: made once, for all who are in it. SPEC R15, R18. */
export class Turn {
  readonly messages: readonly Message[]
  private readonly ends: readonly number[]
  private readonly frames: Uint8Array

  /** `states`: who is where, which may be left out for some. */
  constructor(
    updates: readonly Message[],
    readonly states: Message | undefined,
  ) {
    this.messages = states ? [...updates, states] : updates
    let end = 0
    this.ends = this.messages.map(({ frame }) => (end += frame.byteLength))
    const [only] = this.messages
    this.frames = only && this.messages.length === 1 ? only.frame : joined(this.messages, end)
  }

  /** The messages but those at these indices, which come in order. */
  messagesBut(left: readonly number[]): readonly Message[] {
    return left.length === 0 ? this.messages : this.messages.filter((_, index) => !left.includes(index))
  }

  /** The same as frames, in as few pieces as can be. */
  framesBut(left: readonly number[]): Uint8Array[] {
    if (left.length === 0) return [this.frames]
    const pieces: Uint8Array[] = []
    let first = 0
    for (const index of left) {
      this.addPiece(pieces, first, index)
      first = index + 1
    }
    this.addPiece(pieces, first, this.messages.length)
    return pieces
  }

  private addPiece(pieces: Uint8Array[], first: number, end: number): void {
    if (first < end) pieces.push(this.frames.subarray(this.endOf(first - 1), this.endOf(end - 1)))
  }

  private endOf(index: number): number {
    return this.ends[index] ?? 0
  }
}

function joined(messages: readonly Message[], length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length)
  let at = 0
  for (const { frame } of messages) {
    bytes.set(frame, at)
    at += frame.byteLength
  }
  return bytes
}
