import type { SendingWatch } from './observed-sending'
import { roomSocket } from './room-socket'
import { SocketProbe } from './socket-probe'
import { socketWire } from './socket-wire'
import { tabMemory, type WayMemory } from './way-memory'
import { Ways, type Way } from './ways'
import { usualPatience, type Patience } from './wire'

export interface WayOptions {
  WebSocket: typeof WebSocket
  fetch: typeof fetch
  patience: Patience
  memory: WayMemory
  /** Between 0 and 1. */
  random(): number
}

export function browserWays(): WayOptions {
  // Looked up at each use: a browser's own function minds what it is called on.
  const ask: typeof fetch = (...request) => fetch(...request)
  return { WebSocket: globalThis.WebSocket, fetch: ask, patience: usualPatience, memory: tabMemory, random: Math.random }
}

export interface WayHooks {
  watch: SendingWatch
  /** Where the room is now, with its parameters, as for a WebSocket. */
  address(): string
  /** One is connected over HTTP, and WebSockets get through again. */
  socketsWork(): void
}

/** Finds a way to the room, keeps it in mind, and comes back to WebSockets when they get through. */
export class WayChooser {
  /** For y-websocket: a WebSocket to it, whichever way it goes. */
  readonly Socket: typeof WebSocket
  private readonly ways: Ways
  private readonly probe: SocketProbe

  constructor(
    private readonly options: WayOptions,
    private readonly hooks: WayHooks,
  ) {
    this.ways = new Ways(options.memory.recall())
    this.probe = new SocketProbe({
      knock: (told) => this.knock(told),
      found: () => {
        this.worked('socket')
        hooks.socketsWork()
      },
      random: options.random,
    })
    this.Socket = roomSocket({ ...options, ways: this.ways, watch: hooks.watch, worked: (way) => this.worked(way) })
  }

  /** The next attempt goes a way that may well be open: there is no reason to wait. */
  get turnsAside(): boolean {
    return this.ways.turnsAside
  }

  /** The network may have changed. */
  hurry(): void {
    this.probe.hurry()
  }

  /** Not connected any more. */
  lost(): void {
    this.probe.stop()
  }

  private worked(way: Way): void {
    this.ways.worked(way)
    this.options.memory.remember(way)
    if (way === 'socket') this.probe.stop()
    else this.probe.start()
  }

  private knock(told: (heard: boolean) => void): () => void {
    const wire = socketWire(this.hooks.address(), this.options.WebSocket, this.options.patience, {
      opened: () => undefined,
      message: () => {
        wire.close()
        told(true)
      },
      ended: () => told(false),
    })
    return () => wire.close()
  }
}
