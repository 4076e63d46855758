import { parentPort } from 'node:worker_threads'
import { isKindId, loadKind } from '../../app/artefacts/registry'
import { contentJobs } from './content-jobs'
import { serveContentJobs } from './serve-content-jobs'

if (!parentPort) throw new Error('Content jobs run in a worker')

serveContentJobs(
  parentPort,
  contentJobs((id) => (isKindId(id) ? loadKind(id) : Promise.reject(new Error(`No kind is called ${id}`)))),
)
