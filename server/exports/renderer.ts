import { fileURLToPath } from 'node:url'
import { ExporterBusy, ExporterError } from '../../app/exports/exporter-error'
import type { DocumentFormat, PictureFormat } from '../../app/exports/formats'
import type { Change, DocumentTree, FinalDocument } from '../../app/exports/tree'
import type { Language } from '../../app/i18n/languages'
import type { Job } from './jobs'
import { Workplace, type Order } from './workplace'

export interface RendererOptions {
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

/** Makes files in other processes, so that making them never delays anyone's edits. Rejects with `ExporterError`. */
export interface Renderer {
  /**
   * The document as a file. `language` is that of the words the document adds by itself; the document's own when
   * absent.
   */
  render(format: DocumentFormat, document: FinalDocument, language?: Language): Promise<Uint8Array>
  /** The document as a Word file, with what has changed since `before` as tracked changes by one author. */
  redline(before: DocumentTree, document: FinalDocument, change: Change, language?: Language): Promise<Uint8Array>
  /** A picture made safe: as SVG, or as PNG so many pixels wide. */
  picture(svg: string, format: PictureFormat, width: number): Promise<Uint8Array>
  /** Ends the processes; whoever still waits is told so. */
  close(): Promise<void>
}

function toPath(path: string | URL): string {
  return path instanceof URL || path.startsWith('file:') ? fileURLToPath(path) : path
}

/** A pool of processes with a bounded queue. None is started before it is needed. */
export function createRenderer(options: RendererOptions): Renderer {
  const { workerPath, size = 1, mostWaiting = 50, timeout = 30_000, mostMemory = 1.5 * 1024 ** 3 } = options
  const waiting: Order[] = []
  let closed = false

  const workplaces = Array.from(
    { length: Math.max(1, size) },
    () => new Workplace({ workerPath: toPath(workerPath), timeout, mostMemory, becameFree: handOut }),
  )

  function handOut(): void {
    for (const workplace of workplaces) {
      const next = workplace.free ? waiting.shift() : undefined
      if (next) workplace.take(next)
    }
  }

  function order(job: Job): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const place = workplaces.some(({ free }) => free)
      if (closed) reject(new ExporterError('closed'))
      else if (!place && waiting.length >= mostWaiting) reject(new ExporterBusy())
      else {
        waiting.push({ job, resolve, reject })
        handOut()
      }
    })
  }

  return {
    render: (format, document, language = document.tree.language) =>
      order({ type: 'document', format, document, language }),
    redline: (before, document, change, language = document.tree.language) =>
      order({ type: 'redline', before, document, change, language }),
    picture: (svg, format, width) => order({ type: 'picture', svg, format, width }),
    close: async () => {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new ExporterError('closed'))
      await Promise.all(workplaces.map((workplace) => workplace.close()))
    },
  }
}
