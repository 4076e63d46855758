import { parentPort, workerData } from 'node:worker_threads'
import type { AnyKind } from '../../app/artefacts/registry'
import { contentJobs } from './content-jobs'
import { serveWatches } from './rules/serve-watches'
import { serveContentJobs } from './serve-content-jobs'

/** What a content worker is started for: jobs one by one, or watching rooms whose documents it holds. */
export type ContentWork = 'jobs' | 'watches'

/** Runs in the worker. `loadKind` rejects for kinds that there are not. */
export function serveContent(loadKind: (id: string) => Promise<AnyKind>): void {
  if (!parentPort) throw new Error('Content is looked at in a worker')
  if ((workerData as ContentWork) === 'watches') serveWatches(parentPort, loadKind)
  else serveContentJobs(parentPort, contentJobs(loadKind))
}
