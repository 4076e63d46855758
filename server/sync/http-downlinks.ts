import type { ServerResponse } from 'node:http'

/** What goes down to one browser over HTTP: events (event-text.ts), in order. */
export interface Downlink {
  write(pieces: readonly Buffer[]): void
  /** Sends the last words and ends. */
  end(last: Buffer): void
  /** Ends without a word. */
  destroy(): void
  /** Bytes written that have not left, or that may have to be sent again. */
  backlog(): number
}

const HEADERS = {
  'Content-Type': 'text/event-stream',
  // Nobody on the way may keep it, pack it or wait for its end.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** One answer that does not end before the connection does. `closed` is called once. SPEC P17. */
export class StreamDown implements Downlink {
  constructor(
    private readonly response: ServerResponse,
    closed: () => void,
  ) {
    response.once('close', closed)
    response.writeHead(200, HEADERS)
    response.flushHeaders()
  }

  write(pieces: readonly Buffer[]): void {
    this.response.cork()
    for (const piece of pieces) this.response.write(piece)
    this.response.uncork()
  }

  end(last: Buffer): void {
    this.response.end(last)
  }

  destroy(): void {
    this.response.destroy()
  }

  backlog(): number {
    return this.response.writableLength
  }
}

interface Waiting {
  response: ServerResponse
  limit: NodeJS.Timeout
}

/**
 * Answers that end at once, each to a question of the browser, for where something on the way holds back an answer
 * until its end. An answer is kept until the next question says that it arrived. SPEC P20.
 */
export class PollDown implements Downlink {
  private queue: Buffer[] = []
  private queued = 0
  private sent = Buffer.alloc(0)
  private number = 0
  private waiting: Waiting | undefined
  private gathering = false
  private isClosed = false
  private ending = false

  constructor(private readonly closed: () => void) {}

  /**
   * Question `number`, which says that all answers before it have arrived. The answer comes when there is something
   * to tell, and `holdFor` ms later at the latest.
   */
  ask(number: number, response: ServerResponse, holdFor: number): 'heard' | 'out-of-order' {
    if (number === this.number) {
      answerWith(response, this.sent)
      return 'heard'
    }
    if (number !== this.number + 1 || this.isClosed) return 'out-of-order'
    // The browser gave the earlier one up: its connection broke.
    if (this.waiting) answerWith(this.stopWaiting(this.waiting), Buffer.alloc(0))
    const waiting = { response, limit: setTimeout(() => this.answer(), holdFor) }
    this.waiting = waiting
    response.once('close', () => {
      if (this.waiting === waiting) this.stopWaiting(waiting)
    })
    if (this.queued > 0 || holdFor === 0) this.answer()
    return 'heard'
  }

  write(pieces: readonly Buffer[]): void {
    for (const piece of pieces) {
      this.queue.push(piece)
      this.queued += piece.byteLength
    }
    if (this.gathering) return
    this.gathering = true
    // What is said in one turn goes in one answer.
    setImmediate(() => {
      this.gathering = false
      this.answer()
    })
  }

  end(last: Buffer): void {
    this.write([last])
    this.ending = true
  }

  destroy(): void {
    if (this.isClosed) return
    this.isClosed = true
    if (this.waiting) this.stopWaiting(this.waiting).destroy()
    this.closed()
  }

  backlog(): number {
    return this.queued + this.sent.byteLength
  }

  private answer(): void {
    const { waiting } = this
    if (!waiting || this.isClosed) return
    this.sent = Buffer.concat(this.queue)
    this.number += 1
    this.queue = []
    this.queued = 0
    const response = this.stopWaiting(waiting)
    if (this.ending) response.once('close', () => this.destroy())
    answerWith(response, this.sent)
  }

  private stopWaiting({ response, limit }: Waiting): ServerResponse {
    clearTimeout(limit)
    this.waiting = undefined
    return response
  }
}

function answerWith(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { ...HEADERS, 'Content-Length': body.byteLength }).end(body)
}
