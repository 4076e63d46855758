import type { Message } from './messages'

/** A line of its own ends an event. */
const END = Buffer.from('\n')

/**
 * Messages as server-sent events, SPEC P17. What many are sent in one turn of the event loop is encoded once for
 * all of them, and not kept: base64 is a third larger than what it stands for.
 */
export class EventText {
  private readonly lines = new Map<Message, Buffer>()

  /** One event that carries all of them, in pieces to be written one after the other. */
  event(messages: readonly Message[]): Buffer[] {
    return [...messages.map((message) => this.line(message)), END]
  }

  private line(message: Message): Buffer {
    const known = this.lines.get(message)
    if (known) return known
    if (this.lines.size === 0) setImmediate(() => this.lines.clear())
    const line = dataLine(message.payload)
    this.lines.set(message, line)
    return line
  }
}

/** An event of another kind than messages. `data` holds no line break. */
export function namedEvent(name: 'open' | 'ping' | 'close', data: string): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${data}\n\n`)
}

function dataLine(payload: Uint8Array): Buffer {
  const { buffer, byteOffset, byteLength } = payload
  return Buffer.from(`data: ${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}\n`, 'latin1')
}
