import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ContentWork } from '../serve-content'
import type { WatchReply, WatchRequest } from './watch-messages'

/** What the thread may take: documents are many times their size when they are open. */
const MOST_HEAP_MB = 1024

interface WatchingEvents {
  said(reply: WatchReply): void
  /** It has ended, for whatever reason but `close`; what it held is gone. */
  ended(why: string): void
}

/** The thread in which watched documents are held: started when there is one, and ended when there is none. */
export class WatchingWorker {
  private worker: Worker | undefined

  constructor(
    private readonly workersDirectory: string,
    private readonly events: WatchingEvents,
  ) {}

  tell(request: WatchRequest): void {
    this.running().postMessage(request)
  }

  /** Ends it as a failure, as when it does not answer. */
  giveUp(why: string): void {
    const { worker } = this
    if (!worker) return
    this.worker = undefined
    void worker.terminate()
    this.events.ended(why)
  }

  async close(): Promise<void> {
    const { worker } = this
    this.worker = undefined
    await worker?.terminate()
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const workerData: ContentWork = 'watches'
    const worker = new Worker(path.join(this.workersDirectory, 'content.worker.js'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    })
    worker.on('message', (reply: WatchReply) => {
      // Of one that was given up, nothing counts any more.
      if (this.worker === worker) this.events.said(reply)
    })
    worker.on('error', (error) => this.failed(worker, error.message))
    worker.on('exit', () => this.failed(worker, 'The watching worker ended'))
    this.worker = worker
    return worker
  }

  private failed(worker: Worker, why: string): void {
    if (this.worker !== worker) return
    this.worker = undefined
    this.events.ended(why)
  }
}
