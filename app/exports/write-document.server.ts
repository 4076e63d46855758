import type { Language } from '../i18n/languages'
import { writeDocx } from './docx/write.server'
import { readWebFaces } from './fonts/faces.server'
import type { DocumentFormat } from './formats'
import { writeHtml } from './html/write'
import { writeMarkdown } from './markdown/write'
import { writePdf } from './pdf/write.server'
import type { FinalDocument } from './tree'

/**
 * A document as a file in any of the formats it can be written in. `language` is that of the words the document adds
 * by itself. Takes the thread until it is done: call it in a worker.
 */
export async function writeDocument(
  format: DocumentFormat,
  document: FinalDocument,
  language: Language,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return writePdf(document, language, 'ua-1')
    case 'pdfa':
      return writePdf(document, language, 'a-2a')
    case 'docx':
      return writeDocx(document, language)
    case 'html':
      return new TextEncoder().encode(writeHtml(document, language, readWebFaces()))
    case 'md':
      return new TextEncoder().encode(writeMarkdown(document, language))
  }
}
