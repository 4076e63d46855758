import type { AnyKind } from '../../../app/artefacts/registry'
import { openSession } from '../../../app/sync/open-session'
import type { OpenSession } from '../../../app/sync/session'
import type { SessionOptions } from '../../../app/sync/session-options'
import { MemoryDevice } from './memory-device'
import { waysOf } from './node-browser'

/** Nobody listens there. */
const NOWHERE = 'ws://127.0.0.1:1/'

interface TravellerOptions extends Pick<SessionOptions<unknown>, 'sendCopy' | 'onHandedOver'> {
  person: string
  origin: string
  artefactId: string
  kind: AnyKind
}

/** Somebody with a device of their own, whose network comes and goes, and whose page may be closed meanwhile. */
export class Traveller {
  readonly device = new MemoryDevice()
  session: OpenSession<unknown>
  private connected = true
  private readonly sockets = new Set<WebSocket>()

  constructor(private readonly options: TravellerOptions) {
    this.session = this.open()
  }

  /** The network is gone, without a word to either end. */
  leave(): void {
    this.connected = false
    for (const socket of this.sockets) socket.close()
    this.sockets.clear()
  }

  comeBack(): void {
    this.connected = true
    this.session.retry()
  }

  /** The page is closed, and opened again from what this device kept. */
  openAgain(): void {
    this.session.close()
    this.session = this.open()
  }

  private open(): OpenSession<unknown> {
    const { person, origin, ...options } = this.options
    return openSession({
      ...options,
      initialContent: undefined,
      initialRight: 'edit',
      participantKey: `user:${person}`,
      serverUrl: `${origin.replace('http', 'ws')}/sync`,
      deviceStore: this.device.open(),
      ways: this.ways(),
    })
  }

  private ways(): ReturnType<typeof waysOf> {
    const ways = waysOf(this.options.person, this.options.origin)
    const isConnected = () => this.connected
    const opened = (socket: WebSocket) => this.sockets.add(socket)
    return {
      ...ways,
      WebSocket: class extends ways.WebSocket {
        constructor(address: string | URL) {
          super(isConnected() ? address : NOWHERE)
          opened(this)
        }
      },
      fetch: (...request) => (isConnected() ? ways.fetch(...request) : Promise.reject(new TypeError('There is no network'))),
    }
  }
}
