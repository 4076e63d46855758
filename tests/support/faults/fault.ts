import { rmSync } from 'node:fs'
import { forkServer, type ForkedServer, type ForkOptions } from '../sync/forked-server'
import { turn } from '../sync/raw-client'

export interface Found {
  /** What was measured, by what it is. */
  figures: Record<string, number | string>
  /** What does not hold, a sentence each. */
  broken: string[]
}

export interface Fault {
  /** The case of the trust list. */
  of: string
  what: string
  run(): Promise<Found>
}

/** Runs `work` with a server in a process of its own, which is ended and cleared away behind it. */
export async function withServer(options: ForkOptions, work: (server: ForkedServer) => Promise<Found>): Promise<Found> {
  const server = await forkServer(options)
  try {
    return await work(server)
  } finally {
    server.process.kill('SIGKILL')
    await server.ended
    if (!options.dataDirectory) rmSync(server.dataDirectory, { recursive: true, force: true })
  }
}

/** The sentences of what does not hold. */
export function failing(checks: Record<string, boolean>): string[] {
  return Object.entries(checks).flatMap(([sentence, holds]) => (holds ? [] : [sentence]))
}

/** Milliseconds until it holds. @throws with `what` when it does not within `limit`. */
export async function timeUntil(holds: () => boolean, what: string, limit = 30_000): Promise<number> {
  const started = performance.now()
  while (!holds()) {
    if (performance.now() - started > limit) throw new Error(`${what} did not happen within ${limit} ms`)
    await turn()
  }
  return Math.round(performance.now() - started)
}
