import type { DocumentFormat, PictureFormat } from '../../app/exports/formats'
import type { Change, DocumentTree, FinalDocument } from '../../app/exports/tree'
import type { Language } from '../../app/i18n/languages'
import type { Job } from './jobs'
import { createProcessPool, type PoolOptions } from './process-pool'

export type RendererOptions = PoolOptions

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

export function createRenderer(options: RendererOptions): Renderer {
  const pool = createProcessPool<Job>(options)
  return {
    render: (format, document, language = document.tree.language) =>
      pool.make({ type: 'document', format, document, language }),
    redline: (before, document, change, language = document.tree.language) =>
      pool.make({ type: 'redline', before, document, change, language }),
    picture: (svg, format, width) => pool.make({ type: 'picture', svg, format, width }),
    close: () => pool.close(),
  }
}
