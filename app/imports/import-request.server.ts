import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { boundedBody } from '../accounts/bounded-body.server'
import { limitersOf } from '../accounts/limiters.server'
import { placeClauses } from '../artefacts/agreement/model/clauses'
import type { Agreement } from '../artefacts/agreement/model/content'
import { inlinesOf } from '../artefacts/agreement/model/inlines'
import { longestTitle } from '../artefacts/titles'
import { ExporterError } from '../exports/exporter-error'
import { translatorFor } from '../i18n/catalogue.server'
import { plainLine } from '../lib/plain-text'
import { enterProject } from '../projects/enter.server'
import { organisationNames } from '../projects/organisations.server'
import type { ImportAnswer } from './answer'
import { largestFile } from './docx/limits'
import type { ImportOutcome } from './docx/outcome'
import { makeImported } from './make-imported.server'

const wantedSchema = z.object({ step: z.enum(['look', 'make']), title: z.string().max(2_000) })

/**
 * Takes a Word file, which is the body. `?step=look` answers what is found in it, `?step=make` makes an agreement of it
 * under the name in `title`. The file is read in a process of its own, from memory: none is left anywhere. Answers an
 * `ImportAnswer`; 429 and 503 mean: later.
 */
export async function takeWordFile(request: Request, context: AppLoadContext, projectId: string): Promise<Response> {
  const { services } = context
  const { participant, by, language } = await enterProject(request, context, projectId, 'createArtefact')
  if (request.method !== 'POST') throw new Response(null, { status: 405 })
  const limiter = limitersOf(services).wordFile
  const key = `user:${participant.userId}`
  if (!limiter.take(key)) return later(429, limiter.secondsToWait(key))
  const query = new URL(request.url).searchParams
  const wanted = wantedSchema.safeParse({ step: query.get('step'), title: query.get('title') ?? '' })
  if (!wanted.success) throw new Response(null, { status: 400 })
  const bytes = await boundedBody(request, largestFile).catch((refused: unknown) => {
    if (refused instanceof Response && refused.status === 413) return undefined
    throw refused
  })
  if (!bytes) return answer({ outcome: 'refused', reason: 'too-large' })
  const words = translatorFor(language).in('imports')
  let outcome: ImportOutcome
  try {
    outcome = await services.importer.docx(bytes, words('clause.untitled'))
  } catch (error) {
    if (error instanceof ExporterError && (error.reason === 'busy' || error.reason === 'closed')) return later(503, 5)
    // It took the process that read it too long, too much memory, or along with it.
    services.log.error('import.failed', error, { project: projectId, bytes: bytes.byteLength })
    const isTooMuch = error instanceof ExporterError && error.reason === 'timeout'
    return answer({ outcome: 'refused', reason: isTooMuch ? 'too-large' : 'damaged' })
  }
  if (outcome.outcome === 'refused') return answer(outcome)
  if (wanted.data.step === 'look') {
    const named = timesNamed(outcome.agreement, await organisationNames(services, projectId))
    const left = [...outcome.found.left, ...(named > 0 ? [{ what: 'parties' as const, count: named }] : [])]
    return answer({ outcome: 'found', found: { ...outcome.found, left } })
  }
  const title = (plainLine(wanted.data.title) || outcome.found.title || words('title')).slice(0, longestTitle)
  try {
    return answer({ outcome: 'made', artefactId: await makeImported(services, { projectId, title, ...outcome }, by) })
  } catch (cause) {
    services.log.error('import.not-made', cause, { project: projectId })
    return answer({ outcome: 'not-made' })
  }
}

/** How often the text names any of these: what comes of it is words, and no party. */
function timesNamed(agreement: Agreement, names: readonly string[]): number {
  const texts = placeClauses(agreement)
    .flatMap(({ clause }) => inlinesOf(clause))
    .flatMap((inline) => (inline.type === 'text' ? [inline.text] : []))
  return texts.reduce((sum, text) => sum + names.reduce((times, name) => times + text.split(name).length - 1, 0), 0)
}

function later(status: 429 | 503, seconds: number): Response {
  return new Response(null, { status, headers: { 'Retry-After': String(seconds) } })
}

const statuses: Partial<Record<ImportAnswer['outcome'], number>> = { refused: 422, 'not-made': 503 }

function answer(words: ImportAnswer): Response {
  return Response.json(words, { status: statuses[words.outcome] ?? 200 })
}
