import type { IncomingMessage } from 'node:http'
import type { Settings } from '../../app/load-context'
import type { Limits } from './limits'
import { TokenBucket } from './token-bucket'

/** The caller's address: the socket's own, or what the trusted proxies in front wrote down. */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return own
  const header = request.headers['x-forwarded-for']
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim())
  // Each trusted proxy added one at the end; what stands before those was written by the caller.
  const chain = [...forwarded.filter(Boolean), own]
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? own
}

/** SPEC P3. A browser always sends `Origin` with a WebSocket, and cannot be made to send another. */
export function isOwnOrigin(request: IncomingMessage, { baseUrl, production }: Settings): boolean {
  const { origin, host } = request.headers
  if (!origin) return false
  if (origin === baseUrl) return true
  // In development the page may be opened by another name of the same machine.
  return !production && host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

interface Caller {
  sockets: number
  knocks: TokenBucket
}

/** How often, and with how many sockets, one address knocks. SPEC R7. */
export class Callers {
  private readonly callers = new Map<string, Caller>()
  private readonly forgetting: NodeJS.Timeout

  constructor(private readonly limits: Limits) {
    this.forgetting = setInterval(() => this.forget(), 60_000)
    this.forgetting.unref()
  }

  /** Counts a socket in, if there may be one more; call the answer when it is gone. */
  admit(address: string): (() => void) | undefined {
    const now = performance.now()
    const caller = this.callers.get(address) ?? {
      sockets: 0,
      knocks: new TokenBucket(this.limits.knocksPerSecond, this.limits.knockBurst, now),
    }
    this.callers.set(address, caller)
    if (!caller.knocks.take(1, now) || caller.sockets >= this.limits.socketsPerAddress) return undefined
    caller.sockets += 1
    let counted = true
    return () => {
      if (counted) caller.sockets -= 1
      counted = false
    }
  }

  close(): void {
    clearInterval(this.forgetting)
  }

  private forget(): void {
    const now = performance.now()
    for (const [address, { sockets, knocks }] of this.callers) {
      if (sockets === 0 && knocks.isFull(now)) this.callers.delete(address)
    }
  }
}
