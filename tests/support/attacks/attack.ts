import type { ForkedServer } from '../sync/forked-server'
import type { RawClient } from '../sync/raw-client'

/** A server under attack, with somebody at work in the room that is attacked. */
export interface Site {
  server: ForkedServer
  /** In the attacked room; what it was sent and whom it sees. */
  watcher: RawClient
}

export interface Attack {
  /** The case of the trust list. */
  of: string
  what: string
  /** What the server must answer, in the words of `run`. */
  expected: string
  run(site: Site): Promise<string>
  /** Nothing is written down of what is allowed, though it may be slowed down. */
  unlogged?: true
  /** Rows of the audit that it must leave. */
  audited?: number
}

/** In the attacked room and in one other, both of which Aino may edit; Mallory only the first. */
export const ROOM = 'artefact/board001'
export const OTHER_ROOM = 'artefact/other001'

/** How a socket ended: `4400 malformed`, `http 404`, or `open`. */
export async function endOf(client: RawClient): Promise<string> {
  await client.until(({ closed, status }) => closed !== undefined || status !== undefined, 'the end of the socket')
  if (client.status !== undefined) return `http ${client.status}`
  return client.closed ? `${client.closed.code} ${client.closed.reason}`.trim() : 'open'
}

/** The one answer of all, or all that differ. */
export function together(answers: readonly string[]): string {
  return [...new Set(answers)].sort().join(' and ')
}
