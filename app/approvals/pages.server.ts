import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { actorOf } from '../accounts/audit.server'
import { textField } from '../accounts/fields'
import { idSchema } from '../accounts/form-problem'
import { can, type Participant } from '../accounts/permissions'
import { authorise, readForm } from '../accounts/request.server'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { translatorFor } from '../i18n/catalogue.server'
import type { Services } from '../load-context'
import { createArtefact } from '../projects/new-artefact.server'
import { publicationsOf } from '../publishing/publications.server'
import { requireVersions } from '../versions/pages.server'
import { getVersion } from '../versions/versions.server'
import { wallDate } from '../workshops/wall-time'
import { longestCirculationWords } from './limits'
import { mandateOf } from './mandate.server'
import { withdrawCirculation } from './propose.server'
import { ApprovalRefused, refusalStatuses, type ApprovalRefusal } from './refusal'
import { standingOf } from './standing.server'

/** What an action answers where it could not do what was asked, beside problems of the form. */
export interface ApprovalFailure {
  failure: ApprovalRefusal
}

/** What the page can say beside its form, with its status; what it cannot is thrown, as everywhere. */
export function refusal(error: unknown) {
  if (!(error instanceof ApprovalRefused)) throw error
  return data<ApprovalFailure>({ failure: error.reason }, { status: refusalStatuses[error.reason] })
}

/** Who has approved what, of one artefact: the version that is with the parties, and all before it. */
export async function loadApprovalsPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, artefact, thing } = await requireVersions(request, context, artefactId)
  const { services } = context
  const [standing, versions, mandate, recorders, publications] = await Promise.all([
    standingOf(services, artefact.id),
    services.database.version.count({ where: { artefactId: artefact.id } }),
    mandateOf(services, participant, artefact.projectId),
    recordersOf(services, artefact.projectId),
    publicationsOf(services, artefact.id),
  ])
  const own = organisationOf(participant, artefact.projectId)
  return {
    artefact: { id: artefact.id, kind: artefact.kind, title: artefact.title, locked: artefact.locked, projectId: artefact.projectId },
    standing,
    versions,
    today: wallDate(new Date(services.now())),
    own: own === null ? null : { organisationId: own, mandate: mandate === own, recorders: recorders.get(own) ?? [] },
    /** Of the parties: those whose decision nobody can record yet. */
    withoutRecorder: standing.circulation?.parties.filter(({ organisationId }) => !recorders.has(organisationId)).map(({ name }) => name) ?? [],
    /** Of the final version. */
    publication: publications.find(({ version }) => version === standing.final?.version.number) ?? null,
    baseUrl: services.settings.baseUrl,
    may: {
      circulate: can(participant, 'circulate', thing),
      restore: can(participant, 'restoreVersion', { ...thing, locked: false }),
      export: can(participant, 'export', thing),
      publish: can(participant, 'publish', thing),
      createArtefact: can(participant, 'createArtefact', { type: 'project', projectId: artefact.projectId }),
    },
  }
}

export type ApprovalsPageData = Awaited<ReturnType<typeof loadApprovalsPage>>

/** The organisation that a member speaks for; null for none. */
export function organisationOf(participant: Participant, projectId: string): string | null {
  if (participant.kind !== 'member') return null
  return participant.memberships.find((one) => one.projectId === projectId)?.organisationId ?? null
}

/** By organisation: names of those who record its decisions. */
async function recordersOf({ database }: Services, projectId: string): Promise<Map<string, string[]>> {
  const members = await database.membership.findMany({
    where: { projectId, mandate: true, role: { not: 'viewer' }, organisationId: { not: null } },
    select: { organisationId: true, user: { select: { name: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  const recorders = new Map<string, string[]>()
  for (const { organisationId, user } of members) {
    if (organisationId) recorders.set(organisationId, [...(recorders.get(organisationId) ?? []), user.name])
  }
  return recorders
}

const actSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('withdraw'), circulation: idSchema, words: textField(longestCirculationWords) }),
  z.object({ intent: z.literal('copy-final') }),
])

/** Takes back what is with the parties, or begins another artefact from the final version. */
export async function actOnApprovals(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language, artefact } = await requireVersions(request, context, artefactId)
  const { services } = context
  const form = await readForm(request, actSchema)
  if (!form.ok) return data(form, { status: 400 })
  if (form.value.intent === 'copy-final') {
    authorise(participant, 'createArtefact', { type: 'project', projectId: artefact.projectId })
    const title = translatorFor(language).in('approvals')('final.copyTitle', { title: artefact.title })
    return redirect(`/artefacts/${await copyFinal(services, artefact, title, actorOf(participant))}`)
  }
  const { circulation, words } = form.value
  try {
    await withdrawCirculation(services, { participant, artefact, language }, { circulationId: circulation, words })
    return redirect(`/artefacts/${artefact.id}/approvals?withdrawn=1`)
  } catch (error) {
    return refusal(error)
  }
}

/** Answers the id of a new artefact that says what the final version says. Throws 409 where there is none. */
async function copyFinal(
  services: Services,
  { id, kind, projectId }: ArtefactRecord,
  title: string,
  by: ReturnType<typeof actorOf>,
): Promise<string> {
  const { final } = await standingOf(services, id)
  const version = final && (await getVersion(services, id, final.version.number))
  if (!version) throw data(null, { status: 409 })
  return createArtefact(services, { projectId, kind, title, content: version.content }, by)
}
