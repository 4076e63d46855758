import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '../../i18n/languages'
import { fontPaths, readPrintFaces } from '../fonts/faces.server'
import { settle } from '../settle'
import type { SettledDocument } from '../settled'
import type { FinalDocument } from '../tree'
import type { Setting } from './block-data'
import { templateData } from './data'
import { tagRowHeaders } from './row-headers'
import { template } from './template'

/** PDF/UA-1 for readers, PDF/A-2a for archives: Typst writes one standard per file. */
export type PdfStandard = 'ua-1' | 'a-2a'

/** The document could not be set. The message is Typst's own and for the log only. */
export class PdfFailed extends Error {
  override name = 'PdfFailed'
}

// What Typst keeps between documents is let go after this many further documents.
const rememberedDocuments = 3

let compiler: NodeCompiler | undefined

function theCompiler(): NodeCompiler {
  // Its world is a folder that does not exist: the template reads no file, and there is none to read.
  compiler ??= NodeCompiler.create({
    workspace: join(tmpdir(), 'tahto-no-such-folder'),
    fontArgs: [{ fontPaths: [...fontPaths] }],
  })
  return compiler
}

function messagesOf(diagnostics: unknown[]): string {
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).join('\n')
}

function compile(document: SettledDocument, setting: Setting): NodeTypstDocument {
  const typst = theCompiler()
  const done = typst.compile({
    mainFileContent: template,
    inputs: { document: templateData(document, setting) },
  })
  if (done.result) return done.result
  const error = done.takeError()
  throw new PdfFailed(error ? messagesOf(typst.fetchDiagnostics(error)) : 'No result and no error')
}

/**
 * What to try, in order. Typst 0.14 cannot tag a link in right-to-left letters that is wider than its column, nor some
 * deep tables that break over pages, and draws no letters that shape each other over the borders of faces: a document
 * with such a thing is set without its links, in one face, and at last with its tables as lists, rather than not at all.
 */
function settings(): Setting[] {
  const faces = readPrintFaces()
  return [
    { faces, links: true, tables: true },
    { faces, links: false, tables: true },
    { faces: faces.slice(0, 1), links: false, tables: true },
    { faces: faces.slice(0, 1), links: false, tables: false },
  ]
}

function write(document: SettledDocument, standard: PdfStandard, setting: Setting): Buffer {
  const typst = theCompiler()
  try {
    const written = typst.pdf(compile(document, setting), { pdfStandard: standard })
    return tagRowHeaders(written, document.blocks)
  } finally {
    typst.evictCache(rememberedDocuments)
  }
}

/**
 * The document as PDF, tagged. The same document gives the same bytes. Throws `PdfFailed` when it cannot be set.
 * Takes the thread until it is done: call it in a worker.
 */
export function writePdf(document: FinalDocument, language: Language, standard: PdfStandard = 'ua-1'): Uint8Array {
  const settled = settle(document, language)
  let refused: unknown
  for (const setting of settings()) {
    try {
      return write(settled, standard, setting)
    } catch (error) {
      // A template that does not compile is not mended by setting less.
      if (error instanceof PdfFailed) throw error
      refused = error
    }
  }
  throw new PdfFailed('PDF export refused', { cause: refused })
}
