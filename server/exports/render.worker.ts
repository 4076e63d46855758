import { setPriority } from 'node:os'
import { writePicture } from '../../app/exports/picture/write-picture.server'
import { redline } from '../../app/exports/redline/redline'
import { writeDocument } from '../../app/exports/write-document.server'
import type { Answer, Job } from './jobs'

async function make(job: Job): Promise<Uint8Array> {
  switch (job.type) {
    case 'document':
      return writeDocument(job.format, job.document, job.language)
    case 'redline': {
      const tree = redline(job.before, job.document.tree, job.change)
      return writeDocument('docx', { ...job.document, tree }, job.language)
    }
    case 'picture':
      return writePicture(job.svg, job.format, job.width)
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? (error.stack ?? error.message) : `${error.stack}\ncaused by ${describe(error.cause)}`
}

function answer(outcome: { bytes: Uint8Array } | { failed: string }): void {
  process.send?.({ ...outcome, held: process.memoryUsage.rss() } satisfies Answer)
}

// Where processors are few, people's edits come first.
setPriority(5)

process.on('message', (job: Job) => {
  make(job).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ failed: describe(error) }),
  )
})

// The server ends this process itself, after whoever waits has been told; a key pressed in its terminal does not.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
