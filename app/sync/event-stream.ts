/** A server-sent event. `name` is empty for one without; `data` has a line for each of its lines. */
export interface StreamEvent {
  name: string
  data: string[]
}

/** Reads events from text that comes in pieces of any size; lines end with LF (server/sync/SPEC.md, P16). */
export class EventReader {
  /** The line that has not ended. Joined only then: a line may be many megabytes, in hundreds of pieces. */
  private pieces: string[] = []
  private event: StreamEvent = { name: '', data: [] }

  /** The events that are complete with this. */
  read(text: string): StreamEvent[] {
    const events: StreamEvent[] = []
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.pieces.push(text.slice(from, end))
      from = end + 1
      const line = this.pieces.join('')
      this.pieces = []
      if (line === '') {
        events.push(this.event)
        this.event = { name: '', data: [] }
      } else this.take(line)
    }
    if (from < text.length) this.pieces.push(text.slice(from))
    return events
  }

  private take(line: string): void {
    const value = (field: string) => (line.startsWith(`${field}: `) ? line.slice(field.length + 2) : undefined)
    const data = value('data')
    if (data !== undefined) this.event.data.push(data)
    this.event.name = value('event') ?? this.event.name
  }
}

export function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}
