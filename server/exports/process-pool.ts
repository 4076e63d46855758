import { fileURLToPath } from 'node:url'
import { ExporterBusy, ExporterError } from '../../app/exports/exporter-error'
import { Workplace, type Order, type Watch } from './workplace'

export interface PoolOptions {
  /** The bundled worker: a file path or a file URL. */
  workerPath: string | URL
  /** How many files are made at once; each is a process. 1 when absent. */
  size?: number
  /** How many may wait beyond those. 50 when absent. */
  mostWaiting?: number
  /** Milliseconds a file may take, 30,000 when absent. */
  timeout?: number
  /** Bytes of memory a process may hold, 1.5 GB when absent. */
  mostMemory?: number
}

/** Processes that make files, with a bounded queue before them. None is started before it is needed. */
export interface ProcessPool<Job> {
  /** Rejects with `ExporterError`; with `closed` when `watch.signal` ends it. */
  make(job: Job, watch?: Watch): Promise<Uint8Array>
  /** Ends the processes; whoever still waits is told so. */
  close(): Promise<void>
}

function toPath(path: string | URL): string {
  return path instanceof URL || path.startsWith('file:') ? fileURLToPath(path) : path
}

export function createProcessPool<Job>(options: PoolOptions): ProcessPool<Job> {
  const { workerPath, size = 1, mostWaiting = 50, timeout = 30_000, mostMemory = 1.5 * 1024 ** 3 } = options
  const waiting: Order<Job>[] = []
  let closed = false

  const workplaces = Array.from(
    { length: Math.max(1, size) },
    () => new Workplace<Job>({ workerPath: toPath(workerPath), timeout, mostMemory, becameFree: handOut }),
  )

  function handOut(): void {
    for (const workplace of workplaces) {
      const next = workplace.free ? waiting.shift() : undefined
      if (next) workplace.take(next)
    }
  }

  function withdraw(order: Order<Job>): void {
    const place = waiting.indexOf(order)
    if (place >= 0) waiting.splice(place, 1)
    for (const workplace of workplaces) workplace.abandon(order)
    order.reject(new ExporterError('closed'))
  }

  return {
    make: (job, watch = {}) =>
      new Promise((resolve, reject) => {
        const place = workplaces.some(({ free }) => free)
        if (closed || watch.signal?.aborted) reject(new ExporterError('closed'))
        else if (!place && waiting.length >= mostWaiting) reject(new ExporterBusy())
        else {
          const order = { job, resolve, reject, progressed: watch.progressed }
          watch.signal?.addEventListener('abort', () => withdraw(order), { once: true })
          waiting.push(order)
          handOut()
        }
      }),
    close: async () => {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new ExporterError('closed'))
      await Promise.all(workplaces.map((workplace) => workplace.close()))
    },
  }
}
