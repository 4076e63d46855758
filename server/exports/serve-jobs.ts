import { setPriority } from 'node:os'
import type { PackageProgress } from '../../app/final-package/model/progress'
import type { Answer, Told } from './jobs'

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? (error.stack ?? error.message) : `${error.stack}\ncaused by ${describe(error.cause)}`
}

function answer(outcome: { bytes: Uint8Array } | { failed: string }): void {
  process.send?.({ ...outcome, held: process.memoryUsage.rss() } satisfies Answer)
}

const tell = (progress: PackageProgress) => void process.send?.({ progress } satisfies Told)

/** Makes this process one that answers each job with the bytes that `make` makes of it. */
export function serveJobs<Job>(make: (job: Job, tell: (progress: PackageProgress) => void) => Promise<Uint8Array>): void {
  // Where processors are few, people's edits come first.
  setPriority(5)

  process.on('message', (job: Job) => {
    make(job, tell).then(
      (bytes) => answer({ bytes }),
      (error: unknown) => answer({ failed: describe(error) }),
    )
  })

  // The server ends this process itself, after whoever waits has been told; a key pressed in its terminal does not.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
}
