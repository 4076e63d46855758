/** WebSocket frames (RFC 6455) as a load generator needs them: no copies but for messages that come in pieces. */

export const TEXT = 1
export const BINARY = 2
export const CLOSE = 8
export const PING = 9
export const PONG = 10

/** A client's frame. Its mask is all zeros, which the protocol allows and which leaves the payload as it is. */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const lengthBytes = byteLength < 126 ? 0 : byteLength < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + lengthBytes + byteLength)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (lengthBytes === 0 ? byteLength : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) frame.writeUInt16BE(byteLength, 2)
  if (lengthBytes === 8) frame.writeBigUInt64BE(BigInt(byteLength), 2)
  frame.set(payload, 6 + lengthBytes)
  return frame
}

/** The payload lies in `bytes` from `start` to `end`, and only during the call. */
export type OnFrame = (opcode: number, bytes: Buffer, start: number, end: number) => void

/** Finds the frames in what a server sends. Servers here send no fragments. */
export class FrameReader {
  private pieces: Buffer[] = []
  private held = 0
  private needed = 0

  constructor(private readonly onFrame: OnFrame) {}

  push(chunk: Buffer): void {
    if (this.held === 0) return this.read(chunk)
    this.pieces.push(chunk)
    this.held += chunk.byteLength
    if (this.held < this.needed) return
    const whole = Buffer.concat(this.pieces, this.held)
    this.pieces = []
    this.held = 0
    this.read(whole)
  }

  private read(bytes: Buffer): void {
    let at = 0
    while (at < bytes.byteLength) {
      const left = bytes.byteLength - at
      const short = left < 2 ? 0 : (bytes[at + 1] ?? 0) & 127
      const headBytes = left < 2 ? 2 : short < 126 ? 2 : short === 126 ? 4 : 10
      if (left < headBytes) return this.hold(bytes, at, headBytes)
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
      if (left < headBytes + length) return this.hold(bytes, at, headBytes + length)
      this.onFrame((bytes[at] ?? 0) & 15, bytes, at + headBytes, at + headBytes + length)
      at += headBytes + length
    }
  }

  private hold(bytes: Buffer, at: number, needed: number): void {
    this.pieces = [bytes.subarray(at)]
    this.held = bytes.byteLength - at
    this.needed = needed
  }
}
