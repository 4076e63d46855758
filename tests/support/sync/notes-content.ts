import { parentPort } from 'node:worker_threads'
import type { AnyKind } from '../../../app/artefacts/registry'
import { contentJobs } from '../../../server/sync/content-jobs'
import { serveContentJobs } from '../../../server/sync/serve-content-jobs'
import { notesKind } from './notes-kind'

declare const NOTES_VERSION: 1 | 2

if (parentPort) {
  serveContentJobs(
    parentPort,
    contentJobs(async (id) => {
      if (id !== 'notes') throw new Error(`No kind is called ${id}`)
      return notesKind(NOTES_VERSION) as unknown as AnyKind
    }),
  )
}
