import { WebSocket as NodeWebSocket } from 'ws'
import type { WayOptions } from '../../../app/sync/way-chooser'

/** The browser's ways to the server, as somebody with a session there has them. */
export function waysOf(person: string, origin: string): Pick<WayOptions, 'WebSocket' | 'fetch' | 'random'> {
  const headers = { cookie: `person=${person}`, origin }
  class Browser extends NodeWebSocket {
    constructor(address: string) {
      super(address, { headers })
    }
  }
  return {
    // `ws` has the browser's interface, though not its types.
    WebSocket: Browser as unknown as typeof WebSocket,
    fetch: (address, options) => fetch(address, { ...options, headers: { ...(options?.headers as object), ...headers } }),
    random: () => 0,
  }
}
