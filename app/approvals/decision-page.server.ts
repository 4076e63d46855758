import { data, redirect, type AppLoadContext } from 'react-router'
import { FieldRefused } from '../accounts/form-problem'
import { readFormWithFile, refusedField } from '../accounts/request.server'
import { fileAnswer } from '../exports/file-answer'
import { requireVersions } from '../versions/pages.server'
import type { Services } from '../load-context'
import { wallDate } from '../workshops/wall-time'
import { comparedVersion } from './asked.server'
import { recordDecision, requireMandate } from './decide.server'
import { decisionSchema } from './decision'
import { extractOf, readExtract } from './extract.server'
import { mostExtractBytes } from './limits'
import { mandateOf } from './mandate.server'
import { refusal } from './pages.server'
import type { ProposingAct } from './propose.server'
import { standingOf } from './standing.server'

/** The form of one's own organisation's decision. Throws 403 to whoever has no mandate. */
export async function loadDecisionPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language, artefact } = await requireVersions(request, context, artefactId)
  const { services } = context
  const mandate = await mandateOf(services, participant, artefact.projectId)
  if (!mandate) throw data(null, { status: 403 })
  const { all } = await standingOf(services, artefact.id)
  const wanted = new URL(request.url).searchParams.get('circulation')
  const circulation = wanted ? all.find(({ id }) => id === wanted) : all[0]
  const party = circulation?.parties.find(({ organisationId }) => organisationId === mandate)
  const base = {
    artefact: { id: artefact.id, kind: artefact.kind, title: artefact.title },
    today: wallDate(new Date(services.now())),
  }
  if (!circulation || !party || circulation.state === 'withdrawn') return { ...base, asked: null }
  const state = await comparedVersion(services, artefact, circulation.version.number, language)
  const { parties: _parties, ...asked } = circulation
  return {
    ...base,
    asked: { ...asked, party, clauses: state?.parts.map(({ id, name, place }) => ({ id, name, place })) ?? [] },
  }
}

export type DecisionPageData = Awaited<ReturnType<typeof loadDecisionPage>>

/** Records the decision and goes back to the table, where it stands. Whoever has no mandate sends no file. */
export async function decideFromPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language, artefact } = await requireVersions(request, context, artefactId)
  const { services } = context
  const act = { participant, artefact, language }
  try {
    await requireMandate(services, act)
    return await decideFromForm(request, services, act)
  } catch (error) {
    return refusal(error)
  }
}

async function decideFromForm(request: Request, services: Services, act: ProposingAct) {
  const { form, file } = await readFormWithFile(request, decisionSchema, { fileField: 'extract', mostFileBytes: mostExtractBytes })
  if (!form.ok) return data(form, { status: 400 })
  try {
    const decision = { ...form.value, extract: await readExtract(file) }
    const { number } = await recordDecision(services, act, decision)
    return redirect(`/artefacts/${act.artefact.id}/approvals?recorded=${number}`)
  } catch (error) {
    if (error instanceof FieldRefused) return data(refusedField(form.value, error.field, error.code), { status: 400 })
    throw error
  }
}

/** An extract of the minutes as a file that no browser opens as a page of ours; every answer of ours says `nosniff`. */
export async function downloadExtract(request: Request, context: AppLoadContext, artefactId: string, hash: string): Promise<Response> {
  const { artefact } = await requireVersions(request, context, artefactId)
  const extract = /^[0-9a-f]{64}$/.test(hash) ? await extractOf(context.services, artefact.id, hash) : undefined
  if (!extract) throw new Response(null, { status: 404 })
  const { name, bytes } = extract
  return fileAnswer({ name, mime: 'application/pdf', bytes }, { 'Content-Security-Policy': "sandbox; default-src 'none'" })
}
