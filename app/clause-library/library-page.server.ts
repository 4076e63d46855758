import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { lineField, textField } from '../accounts/fields'
import { idSchema, type FormProblems } from '../accounts/form-problem'
import { can } from '../accounts/permissions'
import { authorise, readForm } from '../accounts/request.server'
import { agreement } from '../artefacts/agreement'
import { clauseIdPattern, type Agreement } from '../artefacts/agreement/model/content'
import { requireArtefact } from '../artefacts/page/load.server'
import { languages } from '../i18n/languages'
import { createKindTranslate } from '../i18n/translator'
import { enterProject } from '../projects/enter.server'
import { longestClauseNote, longestClauseTitle, type OfferedClauses } from './library-clause'
import { describeClause, dropClause, keepClause, libraryOf, templateClauses, type NotKept } from './library.server'

/** The project's library: whoever is in the project reads it. */
export async function loadLibraryPage(request: Request, context: AppLoadContext, projectId: string) {
  const { participant, thing } = await enterProject(request, context, projectId)
  const { services } = context
  const [project, clauses] = await Promise.all([
    services.database.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } }),
    libraryOf(services, projectId),
  ])
  return { project: { id: projectId, name: project.name }, clauses, mayChange: can(participant, 'editClauseLibrary', thing) }
}

export type LibraryPageData = Awaited<ReturnType<typeof loadLibraryPage>>

const described = {
  title: lineField(longestClauseTitle),
  note: textField(longestClauseNote),
  language: z.enum(languages),
}

const changeSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('describe'), id: idSchema, ...described }),
  z.object({ intent: z.literal('drop'), id: idSchema }),
])

/** Names, notes and removes: for those who lead the project. 404 for a clause that is gone. */
export async function changeLibrary(
  request: Request,
  context: AppLoadContext,
  projectId: string,
): Promise<FormProblems | { done: 'describe' | 'drop' }> {
  await enterProject(request, context, projectId, 'editClauseLibrary')
  const form = await readForm(request, changeSchema)
  if (!form.ok) return form
  const { value } = form
  const place = { projectId, id: value.id }
  const isDone =
    value.intent === 'drop'
      ? await dropClause(context.services, place)
      : await describeClause(context.services, place, value)
  if (!isDone) throw new Response(null, { status: 404 })
  return { done: value.intent }
}

/** Of an agreement, and for people of the project: to a guest there is no library. */
async function enterFromAgreement(request: Request, context: AppLoadContext, artefactId: string) {
  const found = await requireArtefact(request, context, artefactId)
  const { participant, artefact } = found
  if (participant.kind !== 'member' || artefact.kind !== 'agreement') throw new Response(null, { status: 404 })
  return { ...found, participant, project: { type: 'project', projectId: artefact.projectId } as const }
}

/** GET …/clause-library: an `OfferedClauses` for an open agreement. */
export async function offerClauses(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const { artefact, language } = await enterFromAgreement(request, context, artefactId)
  const [kept, templates] = await Promise.all([libraryOf(context.services, artefact.projectId), templateClauses(language)])
  return Response.json({ kept, templates } satisfies OfferedClauses, { headers: { 'Cache-Control': 'no-store' } })
}

const keepSchema = z.object({ clause: z.string().regex(clauseIdPattern), ...described })

const statuses: Record<NotKept, number> = { gone: 410, full: 409, 'too-long': 422 }

/** POST …/clause-library: keeps a clause of the agreement, as it stands in its room, or says why not. */
export async function keepFromAgreement(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const { artefact, participant, project } = await enterFromAgreement(request, context, artefactId)
  authorise(participant, 'addToClauseLibrary', project)
  const form = await readForm(request, keepSchema)
  if (!form.ok) return Response.json(form, { status: 400 })
  const { services } = context
  const { title, note, language } = form.value
  const [live, messages] = await Promise.all([
    services.live.read(artefact.id, artefact.kind),
    agreement.loadMessages(language),
  ])
  const place = {
    projectId: artefact.projectId,
    content: live.content as Agreement,
    addedByName: participant.name,
    gone: createKindTranslate(language, messages)('reference.gone'),
  }
  const kept = await keepClause(services, place, { clauseId: form.value.clause, title, note, language })
  return typeof kept === 'string' ? Response.json({ notKept: kept }, { status: statuses[kept] }) : Response.json(kept)
}
