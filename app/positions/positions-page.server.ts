import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { textField } from '../accounts/fields'
import { problem } from '../accounts/form-problem'
import { actorOf } from '../accounts/audit.server'
import { limitersOf } from '../accounts/limiters.server'
import { can } from '../accounts/permissions'
import { readForm } from '../accounts/request.server'
import type { Actions } from '../accounts/permissions'
import { requireArtefact } from '../artefacts/page/load.server'
import { clauseIdPattern } from '../artefacts/agreement/model/content'
import { wordedClauses } from '../artefacts/agreement/model/wording'
import { fileAnswer } from '../exports/file-answer'
import { exportFileName } from '../exports/file-name'
import { translatorFor } from '../i18n/catalogue.server'
import { mostTogether, type PositionsNow, type StateAnswers } from './model/answers'
import { positionTable } from './model/position-table'
import { progressSeries } from './model/progress'
import { stanceSchema } from './model/stance'
import { longestWords, newestStatements } from './model/statement'
import { positionsCsv } from './positions-csv'
import {
  agreementNow,
  allStatements,
  askedOrganisations,
  clauseHistory,
  statementsAfter,
  statePositions,
  workshopEnds,
} from './positions.server'
import { voiceOf } from './voice'

/** Only an agreement has clauses to take a position on: of another kind there is no such page. */
async function requireAgreement(request: Request, context: AppLoadContext, artefactId: string, action?: Actions['artefact']) {
  const found = await requireArtefact(request, context, artefactId, action)
  if (found.artefact.kind !== 'agreement') throw new Response(null, { status: 404 })
  return found
}

/** The page of all positions: the agreement as it stands, all that counts, and how it came to be so. */
export async function loadPositionsPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, artefact, thing } = await requireAgreement(request, context, artefactId)
  const { services } = context
  const [content, organisations, statements, moments] = await Promise.all([
    agreementNow(services, artefact),
    askedOrganisations(services, artefact.projectId),
    allStatements(services, artefact.id),
    workshopEnds(services, artefact.id),
  ])
  return {
    artefact: { id: artefact.id, title: artefact.title, projectId: artefact.projectId },
    mayEdit: can(participant, 'edit', thing),
    mayExport: can(participant, 'export', thing),
    content,
    positions: {
      statements: [...newestStatements(statements).values()],
      organisations,
      voice: voiceOf(participant, artefact),
      asker: actorOf(participant),
    } satisfies PositionsNow,
    progress: progressSeries(wordedClauses(content), organisations, statements, moments),
  }
}

export type PositionsPageData = Awaited<ReturnType<typeof loadPositionsPage>>

const unseen = { headers: { 'Cache-Control': 'no-store' } }

const afterSchema = z.coerce.number().int().nonnegative().catch(0)
const clauseSchema = z.string().regex(clauseIdPattern)

/**
 * GET …/positions/now?after=ID: a `PositionsNow` of what was said since; …/now?clause=ID: a `PositionHistory` of all that
 * was ever said about one clause.
 */
export async function answerPositions(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const { participant, artefact } = await requireAgreement(request, context, artefactId)
  const { services } = context
  const asked = new URL(request.url).searchParams
  if (asked.has('clause')) {
    const clause = clauseSchema.safeParse(asked.get('clause'))
    if (!clause.success) throw new Response(null, { status: 404 })
    return Response.json(await clauseHistory(services, artefact.id, clause.data), unseen)
  }
  const [statements, organisations] = await Promise.all([
    statementsAfter(services, artefact.id, afterSchema.parse(asked.get('after') ?? 0)),
    askedOrganisations(services, artefact.projectId),
  ])
  const now: PositionsNow = { statements, organisations, voice: voiceOf(participant, artefact), asker: actorOf(participant) }
  return Response.json(now, unseen)
}

const positionSchema = z
  .object({
    clause: clauseSchema,
    stance: stanceSchema,
    words: textField(longestWords),
    wordingHash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .refine(({ stance, words }) => words !== '' || !needsWords.has(stance), { path: ['words'], ...problem('missing') })

const needsWords: ReadonlySet<string> = new Set(['accepts-with-change', 'objects'])

/** `positions`: JSON, a list of what is said of one clause each. */
const formSchema = z.object({
  positions: z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json)
      } catch {
        context.addIssue({ code: 'custom', ...problem('invalid') })
        return z.NEVER
      }
    })
    .pipe(z.array(positionSchema).min(1).max(mostTogether)),
})

/**
 * POST …/positions/now: where one's own organisation stands, on one clause or on several. Answers `StateAnswers`: what is said
 * of one clause stands whatever becomes of another. 400 with problems of the form; 403 where one speaks for nobody; 429 with
 * nothing stored: each that is stated keeps what the clause said, and a machine could state any number.
 */
export async function takePositions(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const { participant, artefact } = await requireAgreement(request, context, artefactId)
  const voice = voiceOf(participant, artefact)
  const form = await readForm(request, formSchema)
  if (!form.ok) return Response.json({ problems: form.problems }, { status: 400 })
  const { positions } = form.value
  if (participant.kind !== 'member' || !voice.may) {
    const why = voice.may ? 'guest' : voice.why
    return answered({ answers: positions.map(() => ({ outcome: 'not-allowed', why })) }, 403)
  }
  const { position: limiter } = limitersOf(context.services)
  const key = actorOf(participant)
  if (!limiter.take(key, positions.length)) {
    const headers = { 'Retry-After': String(limiter.secondsToWait(key, positions.length)) }
    return new Response(null, { status: 429, headers })
  }
  return answered({ answers: await statePositions(context.services, participant, artefact, positions) }, 200)
}

const answered = (answers: StateAnswers, status: number): Response => Response.json(answers, { status, ...unseen })

/** `positions.csv`: the table as it stands. */
export async function downloadPositions(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const { language, artefact } = await requireAgreement(request, context, artefactId, 'export')
  const { services } = context
  const [content, organisations, statements] = await Promise.all([
    agreementNow(services, artefact),
    askedOrganisations(services, artefact.projectId),
    statementsAfter(services, artefact.id, 0),
  ])
  const translator = translatorFor(language)
  const table = positionTable(wordedClauses(content), organisations, statements)
  const t = translator.in('positions')
  const bytes = new TextEncoder().encode(positionsCsv(table, t))
  return fileAnswer({ name: exportFileName(artefact.title, t('fileName'), 'csv'), mime: 'text/csv; charset=utf-8', bytes })
}
