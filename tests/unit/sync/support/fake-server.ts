import type { AddressInfo } from 'node:net'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocketServer, type WebSocket } from 'ws'
import * as Y from 'yjs'
import type { RoomRight } from '../../../../app/sync/session'

const sync = 0
const awareness = 1
const receipt = 8
const notice = 9

interface Guest {
  socket: WebSocket
  query: URLSearchParams
  asked: boolean
}

/** One room that speaks the protocol of server/sync/SPEC.md from memory, and does as a test wishes. */
export class FakeServer {
  readonly doc = new Y.Doc()
  epoch = 'first'
  right: RoomRight = 'edit'
  /** Whether receipts go out at once, as when the disk is quick. */
  receiptsHeld = false
  /** How each following message with edits is answered; empty: stored. */
  refusals: string[] = []
  /** Whether somebody at the door is answered at all. */
  reachable = true
  /** Whether the room's content is sent to who joins. */
  contentHeld = false
  /** Messages with edits, by kind, as they came. */
  readonly arrived: ('whole' | 'edit')[] = []
  /** Who the awareness messages that came were about, with their clocks. */
  readonly told: { clientId: number; clock: number }[] = []
  /** The queries of all who came. */
  readonly visits: URLSearchParams[] = []
  private readonly guests = new Set<Guest>()
  private held: (() => void)[] = []

  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (socket, request) => {
      const query = new URL(request.url ?? '/', 'http://room').searchParams
      this.welcome({ socket, query, asked: false })
    })
  }

  static async start(): Promise<FakeServer> {
    const made: { fake?: FakeServer } = {}
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: 0,
      verifyClient: () => made.fake?.reachable ?? true,
    })
    made.fake = new FakeServer(server)
    await new Promise((resolve) => server.once('listening', resolve))
    return made.fake
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/sync`
  }

  get present(): number {
    return this.guests.size
  }

  async stop(): Promise<void> {
    for (const { socket } of this.guests) socket.terminate()
    await new Promise((resolve) => this.server.close(resolve))
    this.doc.destroy()
  }

  /** The network is gone: sockets end without a word, and nobody gets through. */
  lose(): void {
    this.reachable = false
    for (const { socket } of this.guests) socket.terminate()
  }

  closeAll(code: number, reason: string): void {
    for (const { socket } of this.guests) socket.close(code, reason)
  }

  tell(message: object): void {
    for (const guest of this.guests) this.notify(guest, message)
  }

  releaseReceipts(): void {
    this.receiptsHeld = false
    const held = this.held
    this.held = []
    for (const send of held) send()
  }

  giveRight(right: RoomRight): void {
    this.right = right
    for (const guest of this.guests) {
      this.notify(guest, { kind: 'right', right })
      if (right === 'edit') this.ask(guest)
    }
  }

  /** Asks everybody again what the room lacks. */
  askAll(): void {
    for (const guest of this.guests) this.ask(guest)
  }

  /** An awareness state as the server writes it. */
  showPerson(clientId: number, clock: number, state: object | null): void {
    const update = createEncoder()
    writeVarUint(update, 1)
    writeVarUint(update, clientId)
    writeVarUint(update, clock)
    writeVarString(update, JSON.stringify(state))
    const body = toUint8Array(update)
    const message = createEncoder()
    writeVarUint(message, awareness)
    writeVarUint8Array(message, body)
    for (const { socket } of this.guests) socket.send(toUint8Array(message))
  }

  private welcome(guest: Guest): void {
    this.guests.add(guest)
    this.visits.push(guest.query)
    guest.socket.on('error', () => undefined)
    guest.socket.on('close', () => this.guests.delete(guest))
    guest.socket.on('message', (data: Buffer) => this.read(guest, new Uint8Array(data)))
    const epoch = guest.query.get('epoch')
    if (epoch !== null && epoch !== this.epoch) {
      guest.socket.close(4409, 'other-history')
      return
    }
    this.notify(guest, { kind: 'right', right: this.right })
    this.notify(guest, { kind: 'epoch', epoch: this.epoch })
  }

  private read(guest: Guest, data: Uint8Array): void {
    const message = createDecoder(data)
    const type = readVarUint(message)
    if (type === awareness) this.readAwareness(readVarUint8Array(message))
    if (type !== sync) return
    const step = readVarUint(message)
    const body = readVarUint8Array(message)
    if (step === 0) this.answer(guest)
    else this.take(guest, body, step === 1)
  }

  private readAwareness(body: Uint8Array): void {
    const states = createDecoder(body)
    for (let count = readVarUint(states); count > 0; count -= 1) {
      this.told.push({ clientId: readVarUint(states), clock: readVarUint(states) })
      readVarString(states)
    }
  }

  private answer(guest: Guest): void {
    if (this.contentHeld) return
    this.send(guest, 2, Y.encodeStateAsUpdate(this.doc))
    this.send(guest, 1, new Uint8Array([0, 0]))
    this.notify(guest, { kind: 'position', position: 'p1' })
    if (this.right === 'edit') this.ask(guest)
  }

  private take(guest: Guest, update: Uint8Array, whole: boolean): void {
    this.arrived.push(whole ? 'whole' : 'edit')
    const reason = this.reasonToRefuse(update)
    const settle = () => {
      if (reason) this.notify(guest, { kind: 'refused', reason })
      const message = createEncoder()
      writeVarUint(message, receipt)
      writeVarUint(message, reason ? 0 : 1)
      guest.socket.send(toUint8Array(message))
      if (reason === 'gap') this.ask(guest)
    }
    if (!reason) {
      Y.applyUpdate(this.doc, update)
      for (const other of this.guests) if (other !== guest) this.send(other, 2, update)
    }
    if (this.receiptsHeld) this.held.push(settle)
    else settle()
  }

  private reasonToRefuse(update: Uint8Array): string | undefined {
    if (this.right !== 'edit') return 'read-only'
    const wanted = this.refusals.shift()
    if (wanted) return wanted
    const known = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    for (const [client, from] of Y.parseUpdateMeta(update).from) if (from > (known.get(client) ?? 0)) return 'gap'
    return undefined
  }

  private ask(guest: Guest): void {
    this.send(guest, 0, Y.encodeStateVector(this.doc))
  }

  private send(guest: Guest, step: number, body: Uint8Array): void {
    const message = createEncoder()
    writeVarUint(message, sync)
    writeVarUint(message, step)
    writeVarUint8Array(message, body)
    guest.socket.send(toUint8Array(message))
  }

  private notify(guest: Guest, words: object): void {
    const message = createEncoder()
    writeVarUint(message, notice)
    writeVarString(message, JSON.stringify(words))
    guest.socket.send(toUint8Array(message))
  }
}
