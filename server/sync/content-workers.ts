import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Log } from '../../app/load-context'
import type { JobInput, JobName, JobResult } from './content-jobs'
import type { ContentReply, ContentRequest } from './content-messages'
import type { DocumentBytes } from './room-content'
import type { SyncMetrics } from './sync-metrics'

const SIZE = 2
/** A job that takes longer is taken for stuck, and its worker is ended. */
const JOB_LIMIT_MS = 60_000
const IDLE_LIMIT_MS = 60_000
/** After a job on more than this the worker is ended: its heap would stay large for good. */
const BIG_JOB_BYTES = 4 * 1024 * 1024
/** One that has come to as much in several is ended when nothing has been asked of it for so long. */
const TIRED_IDLE_LIMIT_MS = 5_000

/** A content job failed; its message is for the log, never for people. */
export class ContentJobFailed extends Error {
  override name = 'ContentJobFailed'
}

interface Job {
  request: ContentRequest
  bytes: number
  /** Somebody waits for it; compaction can wait behind. */
  urgent: boolean
  resolve(result: JobResult<JobName>): void
  reject(error: ContentJobFailed): void
}

interface Slot {
  worker: Worker
  /** Bytes of all its jobs so far. */
  handled: number
  job?: Job
  /** When the job was begun. */
  since: number
  deadline?: NodeJS.Timeout
  idle?: NodeJS.Timeout
}

/** Runs content jobs in threads of their own, started when they are needed. */
export class ContentWorkers {
  private readonly slots = new Set<Slot>()
  private readonly queue: Job[] = []
  private nextId = 1
  private closed = false

  constructor(
    private readonly workersDirectory: string,
    private readonly log: Log,
    private readonly metrics: SyncMetrics,
  ) {}

  /** Jobs that nobody has begun yet. */
  get waiting(): number {
    return this.queue.length
  }

  /** @throws ContentJobFailed */
  run<Name extends JobName>(name: Name, input: JobInput<Name>): Promise<JobResult<Name>> {
    if (this.closed) return Promise.reject(new ContentJobFailed('The server is going down'))
    const id = this.nextId
    this.nextId += 1
    return new Promise((resolve, reject) => {
      this.queue.push({
        request: { id, name, input },
        bytes: bytesOf(input),
        urgent: name !== 'compact',
        resolve: (result) => resolve(result as JobResult<Name>),
        reject,
      })
      this.next()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    for (const job of this.queue.splice(0)) job.reject(new ContentJobFailed('The server is going down'))
    await Promise.all([...this.slots].map((slot) => this.end(slot, 'The server is going down')))
  }

  private next(): void {
    const running = [...this.slots].filter(({ job }) => job)
    const background = running.filter(({ job }) => job && !job.urgent).length
    const index = this.queue.findIndex(({ urgent }) => urgent)
    const job = index >= 0 ? this.queue[index] : background < SIZE - 1 ? this.queue[0] : undefined
    if (!job) return
    const slot = [...this.slots].find((candidate) => !candidate.job) ?? this.start()
    if (!slot) return
    this.queue.splice(this.queue.indexOf(job), 1)
    clearTimeout(slot.idle)
    slot.job = job
    slot.since = performance.now()
    slot.deadline = setTimeout(() => void this.end(slot, `${job.request.name} took too long`), JOB_LIMIT_MS)
    slot.worker.postMessage(job.request)
    this.next()
  }

  private start(): Slot | undefined {
    if (this.slots.size >= SIZE || this.closed) return undefined
    const worker = new Worker(path.join(this.workersDirectory, 'content.worker.js'))
    const slot: Slot = { worker, handled: 0, since: 0 }
    worker.on('message', (reply: ContentReply) => this.settle(slot, reply))
    worker.on('error', (error) => void this.end(slot, error.message))
    worker.on('exit', () => void this.end(slot, 'The content worker ended'))
    this.slots.add(slot)
    return slot
  }

  private settle(slot: Slot, reply: ContentReply): void {
    const { job } = slot
    if (!job || job.request.id !== reply.id) return
    clearTimeout(slot.deadline)
    slot.job = undefined
    if (reply.ok) {
      this.metrics.jobDone(job.request.name, performance.now() - slot.since)
      job.resolve(reply.result)
    } else {
      this.metrics.jobFailed(job.request.name)
      job.reject(new ContentJobFailed(`${job.request.name}: ${reply.message}`))
    }
    slot.handled += job.bytes
    if (job.bytes > BIG_JOB_BYTES) void this.end(slot, '')
    else if (slot.handled > BIG_JOB_BYTES) this.endWhenIdle(slot, TIRED_IDLE_LIMIT_MS)
    else if (this.slots.size > 1) this.endWhenIdle(slot, IDLE_LIMIT_MS)
    this.next()
  }

  private endWhenIdle(slot: Slot, milliseconds: number): void {
    slot.idle = setTimeout(() => void this.end(slot, ''), milliseconds)
    slot.idle.unref()
  }

  private async end(slot: Slot, why: string): Promise<void> {
    if (!this.slots.delete(slot)) return
    clearTimeout(slot.deadline)
    clearTimeout(slot.idle)
    if (slot.job) {
      this.metrics.jobFailed(slot.job.request.name)
      this.log.warn('sync.content-job-failed', { job: slot.job.request.name, cause: why })
      slot.job.reject(new ContentJobFailed(why))
    }
    await slot.worker.terminate()
    if (!this.closed) this.next()
  }
}

function bytesOf(input: JobInput<JobName>): number {
  const sent = 'update' in input ? input.update.byteLength : 0
  const documents = 'document' in input ? [input.document] : 'documents' in input ? input.documents : []
  return documents.reduce((sum, document) => sum + bytesOfDocument(document), sent)
}

function bytesOfDocument({ base, updates }: DocumentBytes): number {
  return updates.reduce((sum, update) => sum + update.byteLength, base?.state.byteLength ?? 0)
}
