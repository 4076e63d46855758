import * as decoding from 'lib0/decoding'
import { WebSocket, type ClientOptions, type RawData } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface ClientServer {
  origin: string
  /** Where to knock, when that is not the server itself but what stands before it. */
  port?: number
}

export interface StockClient {
  doc: Y.Doc
  content: Y.Map<unknown>
  provider: WebsocketProvider
  /** What the server said on top of what a stock client understands, in order. */
  receipts: number[]
  notices: Record<string, unknown>[]
  closes: { code: number; reason: string }[]
  synced(): Promise<void>
  close(): void
}

export interface StockClientOptions {
  person?: string
  /** The Cookie header of a real session, in place of `person`. */
  cookie?: string
  /** Is given every frame that comes, as bytes. */
  onFrame?: (frame: Buffer) => void
  /** Is given every notice as soon as it has been read. */
  onNotice?: (notice: Record<string, unknown>) => void
  room?: string
  doc?: Y.Doc
  params?: Record<string, string>
  connect?: boolean
}

const open: StockClient[] = []

/** An unchanged y-websocket 3.1 provider that carries a cookie and an Origin, as a browser would. */
export function stockClient({ origin, port }: ClientServer, options: StockClientOptions = {}): StockClient {
  const { person = 'Aino', room = 'artefact/board001', doc = new Y.Doc(), params, connect = true } = options
  const { cookie = `person=${person}`, onFrame, onNotice } = options
  const provider = new WebsocketProvider(`${socketAddress({ origin, port })}/sync`, room, doc, {
    WebSocketPolyfill: socketWith({ origin, headers: { cookie } }, onFrame),
    disableBc: true,
    connect: false,
    params,
  })
  const client: StockClient = {
    doc,
    content: doc.getMap('content'),
    provider,
    receipts: [],
    notices: [],
    closes: [],
    synced: () =>
      new Promise((resolve) => {
        if (provider.synced) resolve()
        else provider.once('sync', () => resolve())
      }),
    close: () => provider.destroy(),
  }
  provider.messageHandlers[8] = (_encoder, decoder) => client.receipts.push(decoding.readVarUint(decoder))
  provider.messageHandlers[9] = (_encoder, decoder) => {
    const notice = JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown>
    client.notices.push(notice)
    onNotice?.(notice)
  }
  provider.on('connection-close', (event) => {
    if (event) client.closes.push({ code: event.code, reason: event.reason })
  })
  open.push(client)
  if (connect) provider.connect()
  return client
}

/** For `afterEach`. */
export function closeClients(): void {
  for (const client of open.splice(0)) client.close()
}

/** `ws://HOST:PORT` */
export function socketAddress({ origin, port }: ClientServer): string {
  return port === undefined ? origin.replace('http', 'ws') : `ws://127.0.0.1:${port}`
}

function socketWith(options: ClientOptions, onFrame?: (frame: Buffer) => void): typeof globalThis.WebSocket {
  class Socket extends WebSocket {
    constructor(url: string | URL) {
      super(url, options)
      if (onFrame) this.on('message', (data) => onFrame(bytesOf(data)))
    }
  }
  // `ws` has the browser's interface, though not its types.
  return Socket as unknown as typeof globalThis.WebSocket
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
