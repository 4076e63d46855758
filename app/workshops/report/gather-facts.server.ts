import { organisationTypeSchema } from '../../artefacts/organisation-types'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import { feedbackSummary } from '../feedback/feedback.server'
import { participantsOf } from '../participants.server'
import type { WorkshopRecord } from '../workshop.server'
import type { AgendaFacts, AttendanceFacts, ReportFacts } from './facts'
import { boardFacts, decisionFacts, materialFacts, voteFacts } from './gather-results.server'

/** All that a workshop's report is written from, as it stands now. Names of kinds and of places are in `language`. */
export async function gatherFacts(
  services: Services,
  workshop: WorkshopRecord,
  language: Language,
): Promise<ReportFacts> {
  const steps = await stepsOf(services, workshop.id)
  const [run, ran, attendance, boards, votes, decisions, feedback, materials] = await Promise.all([
    services.database.workshopRun.findUnique({ where: { workshopId: workshop.id } }),
    stepsRan(services, workshop.id),
    attendanceOf(services, workshop.id),
    boardFacts(services, workshop, steps, language),
    voteFacts(services, steps),
    decisionFacts(services, workshop.id),
    feedbackSummary(services, workshop.id),
    materialFacts(services, workshop.artefacts, language),
  ])
  return {
    title: workshop.title,
    purpose: workshop.purpose,
    planned: { startsAt: workshop.startsAt, endsAt: workshop.endsAt },
    held: run?.closedAt ? { startedAt: run.startedAt, closedAt: run.closedAt } : null,
    agenda: { planned: steps, ran },
    attendance,
    summary: workshop.summary,
    boards,
    votes,
    decisions,
    feedback,
    materials,
  }
}

function stepsRan({ database }: Services, workshopId: string): Promise<AgendaFacts['ran']> {
  return database.stepRun.findMany({
    where: { workshopId },
    orderBy: { id: 'asc' },
    select: { stepId: true, type: true, title: true, startedAt: true, endedAt: true },
  })
}

/** Who was in a workshop, and who had been asked to come. */
export async function attendanceOf(services: Services, workshopId: string): Promise<AttendanceFacts> {
  const [people, invited] = await Promise.all([
    participantsOf(services, workshopId),
    services.database.invitedOrganisation.findMany({
      where: { workshopId },
      orderBy: { organisation: { name: 'asc' } },
      select: { organisation: { select: { id: true, name: true, type: true } } },
    }),
  ])
  return {
    people,
    invited: invited.map(({ organisation: { id, name, type } }) => ({
      id,
      name,
      type: organisationTypeSchema.safeParse(type).data ?? null,
    })),
  }
}
