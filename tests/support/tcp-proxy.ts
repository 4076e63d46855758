import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A bad network between a client and a server of this machine. All of it may be changed at any moment. */
export interface Network {
  /** False: whoever is connected is cut off, and nobody gets through. */
  up: boolean
  /** Milliseconds that each piece takes, either way; the order within a connection stays. */
  delay: number
  /** What gets through to the client in a second. */
  bytesPerSecond: number
  /** After so many bytes to the client a connection is cut, wherever that is. Counts anew for each connection. */
  cutAfterBytes: number
}

const wellBehaved: Network = { up: true, delay: 0, bytesPerSecond: Infinity, cutAfterBytes: Infinity }
/** A throttled connection passes on a piece this often. */
const THROTTLE_MS = 50

/** A TCP proxy in front of a server: slow, cut at a byte, or half open at a test's wish. */
export class TcpProxy {
  private network: Network = wellBehaved
  private readonly pairs = new Set<{ client: Socket; server: Socket }>()
  private thawed: Promise<void> | undefined
  private thaw: () => void = () => undefined

  private constructor(
    private readonly listener: Server,
    /** Of the server behind; another from the next connection on when it is changed. */
    public target: number,
  ) {
    listener.on('connection', (client) => this.join(client))
  }

  static async open(target: number): Promise<TcpProxy> {
    const listener = createServer({ noDelay: true })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const proxy = new TcpProxy(listener, target)
    open.push(proxy)
    return proxy
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port
  }

  /** Connections at the moment. */
  get connections(): number {
    return this.pairs.size
  }

  /** Changes what is named; what is not named stays. */
  change(network: Partial<Network>): void {
    this.network = { ...this.network, ...network }
    if (!this.network.up) this.cut()
  }

  mend(): void {
    this.network = wellBehaved
    this.unfreeze()
  }

  /** Cuts every connection off; new ones get through. */
  cut(): void {
    for (const { client, server } of this.pairs) {
      client.destroy()
      server.destroy()
    }
  }

  /** Half open: nothing gets through either way, and nobody is told, not even of a socket that has been closed. */
  freeze(): void {
    this.thawed ??= new Promise((resolve) => {
      this.thaw = resolve
    })
  }

  unfreeze(): void {
    this.thaw()
    this.thawed = undefined
  }

  close(): void {
    this.unfreeze()
    this.cut()
    this.listener.close()
  }

  private join(client: Socket): void {
    client.on('error', () => undefined)
    if (!this.network.up) {
      client.destroy()
      return
    }
    const server = connect({ port: this.target, host: '127.0.0.1', noDelay: true })
    server.on('error', () => undefined)
    const pair = { client, server }
    this.pairs.add(pair)
    const ended = () => {
      client.destroy()
      server.destroy()
      this.pairs.delete(pair)
    }
    void this.carry(client, server, false).finally(ended)
    void this.carry(server, client, true).finally(ended)
  }

  /** Ends when either side has. Reads only as fast as it may pass on, so that the sender feels it. */
  private async carry(from: Socket, to: Socket, down: boolean): Promise<void> {
    let carried = 0
    try {
      for await (const data of from) {
        for (const piece of this.pieces(data as Buffer, down)) {
          await this.wait(down)
          const room = down ? this.network.cutAfterBytes - carried : Infinity
          await write(to, piece.subarray(0, room))
          carried += piece.byteLength
          if (piece.byteLength >= room) return
        }
      }
    } catch {
      // Cut off: by the test, or by either end.
    }
    await this.thawed
  }

  private pieces(data: Buffer, down: boolean): Buffer[] {
    const { bytesPerSecond } = this.network
    if (!down || bytesPerSecond === Infinity) return [data]
    const size = Math.max(1, Math.floor((bytesPerSecond * THROTTLE_MS) / 1000))
    return Array.from({ length: Math.ceil(data.byteLength / size) }, (_, index) =>
      data.subarray(index * size, (index + 1) * size),
    )
  }

  private async wait(down: boolean): Promise<void> {
    const { delay, bytesPerSecond } = this.network
    const milliseconds = delay + (down && bytesPerSecond < Infinity ? THROTTLE_MS : 0)
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds))
    await this.thawed
  }
}

async function write(to: Socket, data: Buffer): Promise<void> {
  if (to.destroyed || to.write(data)) return
  await new Promise<void>((resolve) => {
    to.once('drain', resolve)
    to.once('close', resolve)
  })
}

const open: TcpProxy[] = []

/** For `afterEach`. */
export function closeProxies(): void {
  for (const proxy of open.splice(0)) proxy.close()
}
