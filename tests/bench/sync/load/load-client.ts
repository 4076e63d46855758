import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { BINARY, CLOSE, clientFrame, FrameReader, PING, PONG } from './frames'
import { dialects, message, type Dialect, type Target } from './dialects'

const SYNC = 0
const STEP_1 = 0
const EMPTY_STATE_VECTOR = Uint8Array.of(0)
const HEAD_END = '\r\n\r\n'

/** The y-protocols message lies in `bytes` from `start` to `end`, and only during the call. */
export type OnMessage = (bytes: Buffer, start: number, end: number) => void

/** One WebSocket with as little work as possible on this side: what is measured is the server. */
export class LoadClient {
  /** Called for every message of the server. */
  onMessage: OnMessage = () => undefined
  /** Where it is set, everything that arrives goes there as it is, and nothing is looked into here. */
  onBytes: ((chunk: Buffer) => void) | undefined
  /** The code with which the server closed; 1006 where it gave none. */
  closed: number | undefined
  receipts = 0
  onReceipt: () => void = () => undefined
  private readonly dialect: Dialect
  private readonly socket: Socket
  private readonly reader = new FrameReader((opcode, bytes, start, end) => this.take(opcode, bytes, start, end))
  private readonly prefixBytes: number

  private constructor(
    private readonly target: Target,
    private readonly room: string,
    index: number,
  ) {
    this.dialect = dialects[target.dialect]
    this.prefixBytes = this.dialect.prefixBytes(room)
    this.socket = connect(target.port, '127.0.0.1')
    this.socket.setNoDelay(true)
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => {
      this.closed ??= 1006
    })
    this.socket.write(this.handshake(index))
  }

  /** Connects, enters the room and asks for its content. `prepare` runs before anything can arrive. */
  static async join(
    target: Target,
    room: string,
    index: number,
    prepare: (client: LoadClient) => void = () => undefined,
  ): Promise<LoadClient> {
    const client = new LoadClient(target, room, index)
    prepare(client)
    await client.upgraded()
    for (const greeting of client.dialect.greeting(room)) client.socket.write(clientFrame(BINARY, greeting))
    client.send(message(SYNC, STEP_1, EMPTY_STATE_VECTOR))
    return client
  }

  /** `body`: a y-protocols message. */
  send(body: Uint8Array): void {
    this.socket.write(clientFrame(BINARY, this.dialect.wrap(this.room, body)))
  }

  /** Stops reading for good, as a browser does whose machine is asleep. */
  stall(): void {
    this.socket.pause()
  }

  /** Reads on, only to find out whether and how it was closed. */
  wakeUp(): void {
    this.socket.resume()
  }

  leave(): void {
    this.socket.destroy()
  }

  private handshake(index: number): string {
    const { target, dialect, room } = this
    return [
      `GET ${dialect.path(room)} HTTP/1.1`,
      `Host: 127.0.0.1:${target.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...dialect.headers(target, index),
      HEAD_END.slice(2),
    ].join('\r\n')
  }

  private upgraded(): Promise<void> {
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0)
      const read = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf(HEAD_END)
        if (end < 0) return
        this.socket.off('data', read)
        const status = head.toString('latin1', 9, 12)
        if (status !== '101') return reject(new Error(`The server answered ${status}`))
        const take = this.onBytes ?? ((data: Buffer) => this.reader.push(data))
        this.socket.on('data', take)
        resolve()
        if (head.byteLength > end + HEAD_END.length) take(head.subarray(end + HEAD_END.length))
      }
      this.socket.on('data', read)
      this.socket.once('close', () => reject(new Error('The server closed before the upgrade')))
    })
  }

  private take(opcode: number, bytes: Buffer, start: number, end: number): void {
    if (opcode === BINARY) {
      const body = start + this.prefixBytes
      if (this.dialect.isReceipt(bytes, body)) {
        this.receipts += 1
        this.onReceipt()
      } else this.onMessage(bytes, body, end)
    } else if (opcode === PING) this.socket.write(clientFrame(PONG, bytes.subarray(start, end)))
    else if (opcode === CLOSE) this.closed = end - start >= 2 ? bytes.readUInt16BE(start) : 1005
  }
}
