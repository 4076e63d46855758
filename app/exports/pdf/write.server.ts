import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '../../i18n/languages'
import { documentFace, families, fontPaths, readCoverages } from '../fonts/faces.server'
import { placeholder, printable, printableInFace } from '../fonts/printable'
import { settle } from '../settle'
import type { SettledDocument } from '../settled'
import type { FinalDocument } from '../tree'
import { type Lettering, templateData } from './data'
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

const allFaces: Lettering = { families, words: (words) => printable(words, readCoverages().all) }

/** For what no combination of faces can draw as one cluster: only letters that the document's face has itself. */
const oneFace: Lettering = {
  families: [documentFace],
  words: (words) => {
    const { face } = readCoverages()
    return printableInFace(words, face, face(placeholder.codePointAt(0) ?? 0))
  },
}

function messagesOf(diagnostics: unknown[]): string {
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).join('\n')
}

function compile(document: SettledDocument, lettering: Lettering): NodeTypstDocument {
  const typst = theCompiler()
  const done = typst.compile({
    mainFileContent: template,
    inputs: { document: templateData(document, lettering) },
  })
  if (done.result) return done.result
  const error = done.takeError()
  throw new PdfFailed(error ? messagesOf(typst.fetchDiagnostics(error)) : 'No result and no error')
}

function isUndrawable(error: unknown): boolean {
  return error instanceof Error && error.message.includes('could not be displayed')
}

function write(document: SettledDocument, standard: PdfStandard, lettering: Lettering): Buffer {
  const typst = theCompiler()
  try {
    return typst.pdf(compile(document, lettering), { pdfStandard: standard })
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
  try {
    return write(settled, standard, allFaces)
  } catch (error) {
    if (isUndrawable(error)) return write(settled, standard, oneFace)
    throw error instanceof PdfFailed ? error : new PdfFailed('PDF export refused', { cause: error })
  }
}
