import { actorOf } from '../../accounts/audit.server'
import type { MemberParticipant } from '../../accounts/permissions'
import { findArtefact } from '../../artefacts/artefacts.server'
import { longestTitle } from '../../artefacts/titles'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { createArtefact } from '../../projects/new-artefact.server'
import { keepPresent } from '../../versions/versions.server'
import { closedAt } from '../end-of-workshop'
import { inTurn } from '../../lib/in-turn.server'
import { findWorkshop } from '../workshop.server'
import { buildReport } from './build-report'
import { gatherFacts } from './gather-facts.server'

export type MadeReport = { outcome: 'made'; artefactId: string } | { outcome: 'not-closed' | 'locked' }

/**
 * Writes a closed workshop's report. The first time it becomes an artefact of the project; again, that artefact's
 * content is written anew by a forward change, and what stood there is a version first. One in the bin stays there, and
 * a new one is made. Authorise before. Rejects when a room or the database does not do it now.
 */
export function makeReport(
  services: Services,
  participant: MemberParticipant,
  workshopId: string,
  language: Language,
): Promise<MadeReport> {
  // Two facilitators who press at once make one.
  return inTurn(services, workshopId, async () => {
    const [workshop, state] = await Promise.all([findWorkshop(services, workshopId), stateOf(services, workshopId)])
    if (!workshop || !state || !closedAt(state, services.now())) return { outcome: 'not-closed' }
    const before = state.reportId ? await findArtefact(services, state.reportId) : undefined
    if (before?.locked) return { outcome: 'locked' }
    const translator = translatorFor(language)
    const t = translator.in('report')
    const content = buildReport(await gatherFacts(services, workshop, language), translator)
    if (before?.kind === 'workshop-report') {
      await keepPresent(services, participant, before, { name: t('keptName'), note: t('keptNote') })
      await services.live.restore(before.id, before.kind, content)
      return { outcome: 'made', artefactId: before.id }
    }
    const title = t('name', { title: workshop.title }).slice(0, longestTitle)
    const artefact = { projectId: workshop.projectId, kind: 'workshop-report', title, content } as const
    const artefactId = await createArtefact(services, artefact, actorOf(participant))
    await services.database.workshop.update({ where: { id: workshopId }, data: { reportId: artefactId } })
    return { outcome: 'made', artefactId }
  })
}

function stateOf({ database }: Services, workshopId: string) {
  return database.workshop.findUnique({
    where: { id: workshopId },
    select: { endsAt: true, doorOpen: true, reportId: true, run: true },
  })
}

/** What the workshop's pages tell of its report. `artefactId` null: none, or it is in the bin. */
export interface ReportStanding {
  closed: boolean
  artefactId: string | null
  /** How many have given feedback, which ends with the report. */
  feedback: number
}

export async function reportStanding(services: Services, workshopId: string): Promise<ReportStanding> {
  const [state, feedback] = await Promise.all([
    stateOf(services, workshopId),
    services.database.feedback.count({ where: { workshopId } }),
  ])
  const report = state?.reportId ? await findArtefact(services, state.reportId) : undefined
  return {
    closed: state !== null && closedAt(state, services.now()) !== null,
    artefactId: report?.id ?? null,
    feedback,
  }
}
