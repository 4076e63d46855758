import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DocumentStore } from './document-store'
import { pack, type LogAnswer, type LogReply, type LogRequest } from './log-messages'

/** Something could not be written or read; `code` is SQLite's, or `WORKER` when the writer's thread ended. */
export class StoreFailure extends Error {
  override name = 'StoreFailure'
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message)
  }
}

interface Waiting {
  resolve(answer: LogAnswer | undefined): void
  reject(error: StoreFailure): void
}

export interface SqliteStoreOptions {
  /** The file; made when it is not there. */
  file: string
  /** Where `log.worker.js` is. */
  workersDirectory: string
}

/**
 * The edit log in a SQLite file of its own, written by one thread, so that neither an fsync nor another
 * process's lock ever holds up the event loop.
 * @throws StoreFailure when the file cannot be opened as it must be.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<DocumentStore> {
  const writer = new LogWriter(options)
  const store: DocumentStore = {
    open: async (document) => {
      const found = await writer.ask({ kind: 'open', document })
      if (!found || Array.isArray(found)) throw new StoreFailure('The log writer answered nothing', 'WORKER')
      return found
    },
    append: async (rows) => {
      const packed = pack(rows)
      await writer.ask({ kind: 'append', packed }, [packed.bytes])
    },
    replaceBase: async (document, base) => {
      await writer.ask({ kind: 'replaceBase', document, base })
    },
    names: async (prefix) => {
      const found = await writer.ask({ kind: 'names', prefix })
      if (!Array.isArray(found)) throw new StoreFailure('The log writer answered nothing', 'WORKER')
      return found
    },
    erase: async (documents) => {
      await writer.ask({ kind: 'erase', documents })
    },
    probe: async () => {
      await writer.ask({ kind: 'probe' })
    },
    close: () => writer.close(),
  }
  await store.probe().catch(async (error: unknown) => {
    await writer.close()
    throw error
  })
  return store
}

/** The thread, started again when it has died. What it was asked then fails, and may be asked again. */
class LogWriter {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 1
  private closed = false

  constructor(private readonly options: SqliteStoreOptions) {}

  ask(request: LogRequest, transfer: ArrayBuffer[] = []): Promise<LogAnswer | undefined> {
    if (this.closed) return Promise.reject(new StoreFailure('The log is closed', 'CLOSED'))
    const id = this.nextId
    this.nextId += 1
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.running().postMessage({ id, request }, transfer)
    })
  }

  async close(): Promise<void> {
    if (this.closed) return
    const { worker } = this
    if (worker) {
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      await this.ask({ kind: 'close' }).catch(() => undefined)
      await ended
    }
    this.closed = true
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(path.join(this.options.workersDirectory, 'log.worker.js'), {
      workerData: { file: this.options.file },
    })
    worker.on('message', (reply: LogReply) => this.settle(reply))
    worker.on('error', (error) => this.fail(worker, error.message))
    worker.on('exit', () => this.fail(worker, 'The log writer ended'))
    this.worker = worker
    return worker
  }

  private settle(reply: LogReply): void {
    const waiting = this.waiting.get(reply.id)
    this.waiting.delete(reply.id)
    if (reply.ok) waiting?.resolve(reply.answer)
    else waiting?.reject(new StoreFailure(reply.message, reply.code))
  }

  private fail(worker: Worker, message: string): void {
    if (this.worker !== worker) return
    this.worker = undefined
    const failed = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of failed) reject(new StoreFailure(message, 'WORKER'))
  }
}
