import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { RawHttp, rawWebSocket, type RawWire, type WireOptions } from './raw-wires'
import { socketAddress, type ClientServer } from './stock-client'

/** The ways in: a WebSocket; over HTTP, one answer that does not end; over HTTP, one answer for each question. */
export const waysIn = ['socket', 'stream', 'poll'] as const
export type WayIn = (typeof waysIn)[number]

export interface RawClientOptions {
  /** A WebSocket when left out. */
  way?: WayIn
  person?: string
  /** The Cookie header of a real session, in place of `person`. */
  cookie?: string
  room?: string
  query?: string
  /** `null`: none is sent. */
  origin?: string | null
  /** What a trusted proxy would write down as the caller's address. */
  address?: string
}

/** A connection on which anything can be sent, and everything that comes is written down. */
export class RawClient {
  readonly socket: RawWire
  readonly updates: Uint8Array[] = []
  readonly receipts: number[] = []
  readonly notices: Record<string, unknown>[] = []
  /** Every message as it came. */
  readonly messages: Uint8Array[] = []
  /** Everything, as words, in order. */
  readonly heard: string[] = []
  readonly awareness = new Map<number, { clock: number; state: Record<string, unknown> | null }>()
  closed: { code: number; reason: string } | undefined
  /** The status of a refused upgrade or request. */
  status: number | undefined

  constructor(server: ClientServer, options: RawClientOptions = {}) {
    const { way = 'socket', person = 'Aino', room = 'artefact/board001', query = '' } = options
    const from = options.origin === undefined ? server.origin : options.origin
    const wire: WireOptions = {
      address: socketAddress(server),
      path: `/sync/${room}${query}`,
      headers: {
        cookie: options.cookie ?? `person=${person}`,
        ...(from === null ? {} : { origin: from }),
        ...(options.address === undefined ? {} : { 'x-forwarded-for': options.address }),
      },
    }
    const events = {
      message: (data: Uint8Array) => this.read(data),
      closed: (code: number, reason: string) => {
        this.closed = { code, reason }
      },
      refused: (status: number) => {
        this.status = status
      },
    }
    this.socket = way === 'socket' ? rawWebSocket(wire, events) : new RawHttp(wire, events, way === 'poll')
    clients.push(this)
  }

  /** Open, refused or closed. */
  async settled(): Promise<this> {
    while (this.socket.connecting) await turn()
    return this
  }

  /** Waits until what was hoped for is there. */
  async until(what: (client: this) => boolean, why = 'what was waited for'): Promise<this> {
    const deadline = Date.now() + 8_000
    while (!what(this)) {
      if (Date.now() > deadline) throw new Error(`${why} did not happen; heard ${this.heard.slice(-8).join(', ')}`)
      await turn()
    }
    return this
  }

  /** Asks for the room's content, and waits until it is complete. */
  async sync(doc = new Y.Doc()): Promise<this> {
    await this.settled()
    this.send(0, 0, Y.encodeStateVector(doc))
    return this.until((client) => client.heard.includes('sync-step-2'), 'the first sync')
  }

  sendUpdate(update: Uint8Array): void {
    this.send(0, 2, update)
  }

  sendAnswer(update: Uint8Array): void {
    this.send(0, 1, update)
  }

  sendState(clientId: number, clock: number, json: string): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
    this.send(1, encoding.toUint8Array(encoder))
  }

  sendBytes(bytes: Uint8Array): void {
    this.socket.send(bytes)
  }

  private send(...parts: (number | Uint8Array)[]): void {
    const encoder = encoding.createEncoder()
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
    this.socket.send(encoding.toUint8Array(encoder))
  }

  /** The document as this client has been sent it. */
  doc(): Y.Doc {
    const doc = new Y.Doc()
    for (const update of this.updates) Y.applyUpdate(doc, update)
    return doc
  }

  private read(data: Uint8Array): void {
    this.messages.push(data)
    const decoder = decoding.createDecoder(data)
    switch (decoding.readVarUint(decoder)) {
      case 0: {
        const step = decoding.readVarUint(decoder)
        const body = decoding.readVarUint8Array(decoder)
        if (step !== 0) this.updates.push(body)
        this.heard.push(step === 0 ? 'sync-step-1' : step === 1 ? 'sync-step-2' : 'update')
        break
      }
      case 1:
        this.readAwareness(decoding.readVarUint8Array(decoder))
        this.heard.push('awareness')
        break
      case 8: {
        const receipt = decoding.readVarUint(decoder)
        this.receipts.push(receipt)
        this.heard.push(receipt === 1 ? 'saved' : 'not saved')
        break
      }
      case 9: {
        const notice = JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown>
        this.notices.push(notice)
        this.heard.push(`notice ${String(notice.kind)}`)
        break
      }
      default:
        this.heard.push('unknown')
    }
  }

  private readAwareness(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    for (let index = 0; index < count; index += 1) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null
      this.awareness.set(clientId, { clock, state })
    }
  }
}

const clients: RawClient[] = []

/** For `afterEach`. */
export function closeRawClients(): void {
  for (const { socket } of clients.splice(0)) socket.terminate()
}

/** Until the event loop has gone round and a little more. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}

/** An update that sets keys of the content, by a client of its own or of that id. */
export function updateSetting(values: Record<string, unknown>, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    for (const [key, value] of Object.entries(values)) doc.getMap('content').set(key, value)
  })
  return Y.encodeStateAsUpdate(doc, before)
}
