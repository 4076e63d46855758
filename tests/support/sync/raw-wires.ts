import { Agent, request, type IncomingMessage } from 'node:http'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'

export interface WireEvents {
  message(data: Uint8Array): void
  closed(code: number, reason: string): void
  /** Refused before anything was opened. */
  refused(status: number): void
}

/** One way to a room, on which anything can be sent. */
export interface RawWire {
  readonly connecting: boolean
  send(data: Uint8Array | string): void
  /** Takes nothing of what is sent to it any more. */
  pause(): void
  resume(): void
  /** A sign of life without any message. */
  pong(): void
  close(): void
  terminate(): void
}

export interface WireOptions {
  /** Of the server, as a WebSocket's, without a slash at the end. */
  address: string
  path: string
  headers: Record<string, string>
}

export function rawWebSocket({ address, path, headers }: WireOptions, events: WireEvents): RawWire {
  const socket = new WebSocket(`${address}${path}`, { headers, perMessageDeflate: false })
  let refused = false
  socket.on('message', (data) => events.message(new Uint8Array(data as Buffer)))
  socket.on('close', (code, reason) => events.closed(code, reason.toString()))
  socket.on('unexpected-response', (upgrade, response) => {
    refused = true
    events.refused(response.statusCode ?? 0)
    response.resume()
    upgrade.destroy()
  })
  socket.on('error', () => undefined)
  return {
    get connecting() {
      return socket.readyState === WebSocket.CONNECTING && !refused
    },
    send: (data) => socket.send(data),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    pong: () => socket.pong(),
    close: () => socket.close(),
    terminate: () => socket.terminate(),
  }
}

export interface PostAnswer {
  status: number
  body: string
}

/** A browser whose network blocks WebSockets, written from SPEC P15–P20 alone. */
export class RawHttp implements RawWire {
  connecting = true
  /** What names the connection, once it is open. */
  id: string | undefined
  /** What was answered to each batch, in order. */
  readonly answers: number[] = []
  /** Whether pings are answered. */
  alive = true
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 })
  private readonly outbox: Uint8Array[] = []
  private batch = 0
  private posting = false
  private paused = false
  private ended = false
  private rest = ''
  private stream: IncomingMessage | undefined

  constructor(
    private readonly options: WireOptions,
    private readonly events: WireEvents,
    private readonly polls: boolean,
  ) {
    void this.open()
  }

  send(data: Uint8Array | string): void {
    this.outbox.push(typeof data === 'string' ? Buffer.from(data) : data)
    void this.work()
  }

  pause(): void {
    this.paused = true
    this.stream?.pause()
  }

  resume(): void {
    this.paused = false
    this.stream?.resume()
  }

  pong(): void {
    void this.work(true)
  }

  close(): void {
    void this.post('&leave=1', new Uint8Array()).catch(() => undefined)
  }

  terminate(): void {
    this.end(1006, '')
  }

  /** Any request on this connection, with headers of its own; what follows the question mark as it is. */
  post(query: string, body: Uint8Array, headers = this.options.headers): Promise<PostAnswer> {
    return this.request(`${separator(this.options.path)}connection=${this.id ?? ''}${query}`, body, headers)
  }

  private get address(): string {
    return `${this.options.address.replace('ws', 'http')}${this.options.path}`
  }

  private request(query: string, body: Uint8Array, headers: Record<string, string>): Promise<PostAnswer> {
    return new Promise((resolve, reject) => {
      const post = request(
        `${this.address}${query}`,
        { method: 'POST', agent: this.agent, headers: { ...headers, 'content-length': body.byteLength } },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (piece: string) => (text += piece))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
          response.on('error', reject)
        },
      )
      post.on('error', reject)
      post.end(body)
    })
  }

  private async open(): Promise<void> {
    if (this.polls) return this.poll()
    const opening = request(
      this.address,
      { method: 'POST', agent: false, headers: this.options.headers },
      (response) => {
        if (response.statusCode !== 200) return this.refused(response.statusCode ?? 0)
        this.stream = response
        if (this.paused) response.pause()
        response.setEncoding('latin1')
        response.on('data', (text: string) => this.read(text))
        response.on('close', () => this.end(1006, ''))
        response.on('error', () => this.end(1006, ''))
      },
    )
    opening.on('error', () => this.end(1006, ''))
    opening.end()
  }

  private async poll(): Promise<void> {
    const { path, headers } = this.options
    try {
      const first = await this.request(`${separator(path)}poll=1`, new Uint8Array(), headers)
      if (first.status !== 200) return this.refused(first.status)
      this.read(first.body)
      for (let number = 2; !this.ended; ) {
        if (this.paused) {
          await new Promise((resolve) => setTimeout(resolve, 5))
          continue
        }
        const { status, body } = await this.post(`&poll=${number}`, new Uint8Array())
        if (status !== 200) return this.end(1006, '')
        this.read(body)
        number += 1
      }
    } catch {
      this.end(1006, '')
    }
  }

  private refused(status: number): void {
    this.connecting = false
    this.ended = true
    this.events.refused(status)
  }

  private read(text: string): void {
    const events = (this.rest + text).split('\n\n')
    this.rest = events.pop() ?? ''
    for (const event of events) this.take(event.split('\n'))
  }

  private take(lines: string[]): void {
    if (this.ended) return
    const name = lines.find((line) => line.startsWith('event: '))?.slice(7)
    const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6))
    if (name === 'open') {
      this.id = data[0]
      this.connecting = false
      void this.work()
    } else if (name === 'close') {
      const { code, reason } = JSON.parse(data[0] ?? '{}') as { code: number; reason: string }
      this.end(code, reason)
    } else if (name === 'ping') {
      if (this.alive) void this.work(true)
    } else for (const line of data) this.events.message(new Uint8Array(Buffer.from(line, 'base64')))
  }

  /** One batch at a time, with all that is there. */
  private async work(sign = false): Promise<void> {
    if (this.posting || this.id === undefined) return
    this.posting = true
    while ((this.outbox.length > 0 || sign) && !this.ended) {
      sign = false
      this.batch += 1
      const body = batchOf(this.outbox.splice(0, 2_000))
      const { status } = await this.post(`&batch=${this.batch}`, body).catch(() => ({ status: 0 }))
      this.answers.push(status)
      if (status !== 204) break
    }
    this.posting = false
  }

  private end(code: number, reason: string): void {
    if (this.ended) return
    this.ended = true
    this.connecting = false
    this.stream?.destroy()
    this.agent.destroy()
    this.events.closed(code, reason)
  }
}

/** SPEC P18: each message with its length before it. */
export function batchOf(messages: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const message of messages) encoding.writeVarUint8Array(encoder, message)
  return encoding.toUint8Array(encoder)
}

function separator(path: string): string {
  return path.includes('?') ? '&' : '?'
}
