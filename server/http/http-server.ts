import { createServer, type Server } from 'node:http'

/** Headers that trickle in hold a connection for this long at most. */
const HEADERS_LIMIT_MS = 15_000
const CHECK_EVERY_MS = 5_000

/** The server's one HTTP server, with its bounds; it does not listen yet. */
export function createHttpServer(): Server {
  return createServer({ headersTimeout: HEADERS_LIMIT_MS, connectionsCheckingInterval: CHECK_EVERY_MS })
}
