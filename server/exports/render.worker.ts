import { parentPort } from 'node:worker_threads'
import { writeDocument } from '../../app/exports/write-document.server'
import { writePicture } from '../../app/exports/picture/write-picture.server'
import type { Answer, Job } from './jobs'

async function make(job: Job): Promise<Uint8Array> {
  return job.type === 'document'
    ? writeDocument(job.format, job.document, job.language)
    : writePicture(job.svg, job.format, job.width)
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? (error.stack ?? error.message) : `${error.stack}\ncaused by ${describe(error.cause)}`
}

parentPort?.on('message', (job: Job) => {
  make(job).then(
    (bytes) => {
      // Copied, because a buffer that native code or a pool owns cannot be handed over.
      const answer: Answer = { bytes: new Uint8Array(bytes) }
      parentPort?.postMessage(answer, [answer.bytes.buffer])
    },
    (error: unknown) => parentPort?.postMessage({ failed: describe(error) } satisfies Answer),
  )
})
