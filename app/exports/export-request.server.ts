import type { AppLoadContext } from 'react-router'
import { authorise, identify, requireParticipant } from '../accounts/request.server'
import { findArtefact, type ArtefactRecord } from '../artefacts/artefacts.server'
import { translatorFor } from '../i18n/catalogue.server'
import { isLanguage, type Language } from '../i18n/languages'
import { exportArtefact, translationOf, type ExportedFile } from './export.server'
import { ExporterError, type ExporterErrorReason } from './exporter-error'
import { fileAnswer } from './file-answer'
import { isFormatId } from './formats'

interface Wanted {
  artefactId: string
  /** Null for the present state. */
  version: number | null
  /** "export.pdf": the last part of the address. */
  file: string
}

/** Undefined for a file that is not there. */
type MakeFile = (artefact: ArtefactRecord, language: Language) => Promise<ExportedFile | undefined>

/** As an address has it. No version has the number 0: what is no number finds nothing either. */
export function versionNumber(inAddress: string): number {
  return /^[1-9]\d{0,8}$/.test(inAddress) ? Number(inAddress) : 0
}

/** Answers an address of a final document. */
export function respondWithExport(request: Request, context: AppLoadContext, wanted: Wanted): Promise<Response> {
  return respondWithFile(request, context, wanted.artefactId, (artefact, language) => {
    const [stem, format, ...rest] = wanted.file.split('.')
    if (stem !== 'export' || !format || rest.length > 0 || !isFormatId(format)) return Promise.resolve(undefined)
    return exportArtefact(context.services, artefact, { version: wanted.version, format, language })
  })
}

/**
 * Answers with a file made of an artefact. The document's language is the person's own unless `?language=` says
 * another. What is not there, or may not be known of, is 404; there is no page around a file, so the words for
 * it are plain text.
 */
export async function respondWithFile(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  make: MakeFile,
): Promise<Response> {
  try {
    return await makeResponse(request, context, artefactId, make)
  } catch (refused) {
    if (!(refused instanceof Response) || refused.status < 400) throw refused
    const { language } = await identify(request, context)
    const headers = new Headers(refused.headers)
    headers.set('Content-Type', 'text/plain; charset=utf-8')
    headers.set('Cache-Control', 'no-store')
    return new Response(translatorFor(language).in('components')(wordsFor(refused.status)), { status: refused.status, headers })
  }
}

function wordsFor(status: number) {
  if (status === 403) return 'error.forbidden'
  if (status === 404) return 'error.notFound'
  return 'error.busy'
}

async function makeResponse(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  make: MakeFile,
): Promise<Response> {
  const { artefact, language: own } = await requireExport(request, context, artefactId)
  const asked = new URL(request.url).searchParams.get('language')
  const language = isLanguage(asked) ? asked : own
  const file = await make(artefact, language).catch((error: unknown) => {
    throw error instanceof ExporterError && error.reason !== 'failed' ? comeBack(error.reason) : error
  })
  if (!file) throw new Response(null, { status: 404 })
  return fileAnswer(file, {
    // An exported file opened in the browser is a document, never a page of ours.
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  })
}

/** Who asks may take it out. Throws 404 for what is not there or may not be known of, and 403. */
async function requireExport(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language } = await requireParticipant(request, context)
  const artefact = await findArtefact(context.services, artefactId)
  if (!artefact) throw new Response(null, { status: 404 })
  const { id, projectId, locked } = artefact
  authorise(participant, 'export', { type: 'artefact', artefactId: id, projectId, locked })
  return { artefact, language }
}

/** …/translation: how much of what would be exported is translated. */
export async function answerTranslation(
  request: Request,
  context: AppLoadContext,
  { artefactId, version }: Omit<Wanted, 'file'>,
): Promise<Response> {
  const { artefact } = await requireExport(request, context, artefactId)
  const answer = await translationOf(context.services, artefact, version)
  if (!answer) throw new Response(null, { status: 404 })
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}

/** Nothing is wrong with the document: there is only too much to do just now. */
function comeBack(reason: Exclude<ExporterErrorReason, 'failed'>) {
  return new Response(null, { status: reason === 'busy' ? 429 : 503, headers: { 'Retry-After': '5' } })
}
