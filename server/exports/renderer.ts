import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ExporterBusy, ExporterError } from '../../app/exports/exporter-error'
import type { DocumentFormat, PictureFormat } from '../../app/exports/formats'
import type { FinalDocument } from '../../app/exports/tree'
import type { Language } from '../../app/i18n/languages'
import type { Answer, Job } from './jobs'

export interface RendererOptions {
  /** The bundled worker: a file path or a file URL. */
  workerPath: string | URL
  /** How many files are made at once; each is a thread. 1 when absent. */
  size?: number
  /** How many may wait beyond those. 50 when absent. */
  mostWaiting?: number
  /** Milliseconds a file may take, 30,000 when absent. */
  timeout?: number
}

/** Makes files on other threads, so that making them never delays anyone's edits. Rejects with `ExporterError`. */
export interface Renderer {
  /**
   * The document as a file. `language` is that of the words the document adds by itself; the document's own when
   * absent.
   */
  render(format: DocumentFormat, document: FinalDocument, language?: Language): Promise<Uint8Array>
  /** A picture made safe: as SVG, or as PNG so many pixels wide. */
  picture(svg: string, format: PictureFormat, width: number): Promise<Uint8Array>
  /** Ends the threads; whoever still waits is told so. */
  close(): Promise<void>
}

interface Order {
  job: Job
  resolve(bytes: Uint8Array): void
  reject(error: ExporterError): void
}

// A thread that uses more than this has met a document no one wrote; it is ended, and the next one is made anew.
const resourceLimits = { maxOldGenerationSizeMb: 512 }

/** One place where files are made: a thread, made when first needed and again after it broke or took too long. */
class Workplace {
  private worker: Worker | undefined
  private order: Order | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly workerUrl: URL,
    private readonly timeout: number,
    private readonly becameFree: () => void,
  ) {}

  get free(): boolean {
    return this.order === undefined
  }

  take(order: Order): void {
    this.order = order
    this.timer = setTimeout(() => this.giveUp('timeout', 'took too long'), this.timeout)
    try {
      this.worker ??= this.start()
      this.worker.ref()
      this.worker.postMessage(order.job)
    } catch (error) {
      this.giveUp('failed', error)
    }
  }

  async close(): Promise<void> {
    const { worker } = this
    this.worker = undefined
    this.finish((order) => order.reject(new ExporterError('closed')))
    await worker?.terminate()
  }

  private start(): Worker {
    const worker = new Worker(this.workerUrl, { resourceLimits })
    const ifOurs = (act: () => void) => () => {
      if (this.worker === worker) act()
    }
    worker.on('message', (answer: Answer) => ifOurs(() => this.answered(answer))())
    worker.on('error', (error) => ifOurs(() => this.giveUp('failed', error))())
    worker.on('exit', (code) => ifOurs(() => this.giveUp('failed', `exit ${code}`))())
    return worker
  }

  private answered(answer: Answer): void {
    // An idle thread must not keep the process from ending.
    this.worker?.unref()
    this.finish((order) => {
      if ('bytes' in answer) order.resolve(answer.bytes)
      else order.reject(new ExporterError('failed', { cause: answer.failed }))
    })
  }

  /** Lets the thread go. One that is inside native code ends as soon as it is out of it; nobody waits for that. */
  private giveUp(reason: 'timeout' | 'failed', cause: unknown): void {
    const { worker } = this
    this.worker = undefined
    void worker?.terminate()
    this.finish((order) => order.reject(new ExporterError(reason, { cause })))
  }

  private finish(settle: (order: Order) => void): void {
    clearTimeout(this.timer)
    const { order } = this
    this.order = undefined
    if (order) settle(order)
    this.becameFree()
  }
}

function toUrl(path: string | URL): URL {
  if (path instanceof URL) return path
  return path.startsWith('file:') ? new URL(path) : pathToFileURL(path)
}

/** A pool of threads with a bounded queue. */
export function createRenderer(options: RendererOptions): Renderer {
  const { workerPath, size = 1, mostWaiting = 50, timeout = 30_000 } = options
  const waiting: Order[] = []
  let closed = false

  const workplaces = Array.from(
    { length: Math.max(1, size) },
    () => new Workplace(toUrl(workerPath), timeout, handOut),
  )

  function handOut(): void {
    for (const workplace of workplaces) {
      const next = workplace.free ? waiting.shift() : undefined
      if (next) workplace.take(next)
    }
  }

  function order(job: Job): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (closed) reject(new ExporterError('closed'))
      else if (waiting.length >= mostWaiting) reject(new ExporterBusy())
      else {
        waiting.push({ job, resolve, reject })
        handOut()
      }
    })
  }

  return {
    render: (format, document, language = document.tree.language) =>
      order({ type: 'document', format, document, language }),
    picture: (svg, format, width) => order({ type: 'picture', svg, format, width }),
    close: async () => {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new ExporterError('closed'))
      await Promise.all(workplaces.map((workplace) => workplace.close()))
    },
  }
}
