import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { listField, textField } from '../accounts/fields'
import { idSchema } from '../accounts/form-problem'
import { authorise, readForm, refusedField } from '../accounts/request.server'
import { loadKind } from '../artefacts/registry'
import { mostOrganisations } from '../projects/organisation-list'
import { organisationsOf } from '../projects/organisations.server'
import { readable, requireVersions } from '../versions/pages.server'
import { getVersion, listVersions } from '../versions/versions.server'
import { wallDate } from '../workshops/wall-time'
import { agreementReached } from './agreement-reached.server'
import { dayField } from './decision'
import { longestCirculationWords } from './limits'
import { refusal } from './pages.server'
import { proposeVersion } from './propose.server'
import { standingOf } from './standing.server'

async function enter(request: Request, context: AppLoadContext, artefactId: string) {
  const found = await requireVersions(request, context, artefactId)
  authorise(found.participant, 'circulate', found.thing)
  return found
}

/** Which version, to whom and by when: begins with the newest version and with whoever was asked last. */
export async function loadProposePage(request: Request, context: AppLoadContext, artefactId: string) {
  const { artefact } = await enter(request, context, artefactId)
  const { services } = context
  const [versions, organisations, { circulation, all }] = await Promise.all([
    listVersions(services, artefact.id),
    organisationsOf(services, artefact.projectId),
    standingOf(services, artefact.id),
  ])
  const asked = Number(new URL(request.url).searchParams.get('version'))
  const version = versions.find(({ number }) => number === asked) ?? versions[0] ?? null
  const last = new Set(all[0]?.parties.map(({ organisationId }) => organisationId) ?? organisations.map(({ id }) => id))
  const [outlet, content] = await Promise.all([
    loadKind(artefact.kind).then((kind) => kind.loadExport()),
    version ? readable(getVersion(services, artefact.id, version.number)) : undefined,
  ])
  return {
    artefact: { id: artefact.id, title: artefact.title },
    versions: versions.map(({ number, name }) => ({ number, name })),
    chosen: version?.number ?? null,
    /** In the chosen version: it cannot be proposed while there are any. */
    openSuggestions: content ? (outlet.openSuggestions?.(content.content) ?? 0) : 0,
    reached: content ? await agreementReached(services, artefact, content) : null,
    organisations: organisations.map((organisation) => ({ ...organisation, asked: last.has(organisation.id) })),
    today: wallDate(new Date(services.now())),
    isUnderway: circulation?.state === 'underway',
  }
}

export type ProposePageData = Awaited<ReturnType<typeof loadProposePage>>

const proposeSchema = z.object({
  version: z.coerce.number().int().positive(),
  due: dayField,
  words: textField(longestCirculationWords),
  parties: listField(idSchema, mostOrganisations),
})

export async function proposeFromPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language, artefact } = await enter(request, context, artefactId)
  const { services } = context
  const form = await readForm(request, proposeSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { version, due, words, parties } = form.value
  if (due < wallDate(new Date(services.now()))) return data(refusedField(form.value, 'due', 'inThePast'), { status: 400 })
  if (parties.length === 0) return data(refusedField(form.value, 'parties', 'missing'), { status: 400 })
  try {
    const act = { participant, artefact, language }
    await proposeVersion(services, act, { number: version, due, words, organisationIds: parties })
    return redirect(`/artefacts/${artefact.id}/approvals?proposed=1`)
  } catch (error) {
    return refusal(error)
  }
}
