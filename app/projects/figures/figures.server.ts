import type { Services } from '../../load-context'
import { feedbackSummary } from '../../workshops/feedback/feedback.server'
import type { FeedbackQuestion } from '../../workshops/feedback/questions'
import type { FeedbackSummary } from '../../workshops/feedback/summarise'
import { facilitates } from '../../workshops/participants'
import { participantsOf } from '../../workshops/participants.server'
import { workshopPhase } from '../way'
import { projectFigures, type HeldWorkshop, type Mean, type ProjectFigures } from './figures'

/** The running count of a project's workshops. Authorise before. */
export async function figuresOf(services: Services, projectId: string): Promise<ProjectFigures> {
  const all = await workshopsOf(services, projectId)
  const held = all.filter((workshop) => workshopPhase(workshop, services.now()) === 'held')
  return projectFigures(await Promise.all(held.map((workshop) => count(services, workshop))))
}

type Row = Awaited<ReturnType<typeof workshopsOf>>[number]

function workshopsOf({ database }: Services, projectId: string) {
  return database.workshop.findMany({
    where: { projectId },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      doorOpen: true,
      run: true,
      artefacts: { where: { artefact: { deletedAt: null } }, select: { artefactId: true } },
      report: { select: { id: true, deletedAt: true } },
      _count: { select: { decisions: true } },
    },
  })
}

async function count(services: Services, workshop: Row): Promise<HeldWorkshop> {
  const { id, title, run, startsAt, endsAt, artefacts, report, _count } = workshop
  const [people, feedback] = await Promise.all([participantsOf(services, id), feedbackSummary(services, id)])
  return {
    id,
    title,
    startedAt: run?.startedAt ?? startsAt,
    endedAt: run ? run.closedAt : endsAt,
    people: people.map((person) => ({ ...person, facilitates: facilitates(person) })),
    feedback: feedback.given,
    means: meansIn(feedback),
    decisions: _count.decisions,
    artefactIds: artefacts.map(({ artefactId }) => artefactId),
    reportId: report && report.deletedAt === null ? report.id : null,
  }
}

function meansIn({ questions }: FeedbackSummary): Record<FeedbackQuestion, Mean | null> {
  const means: Record<FeedbackQuestion, Mean | null> = { worth: null, heard: null, clear: null }
  for (const { question, answers, shown } of questions) means[question] = shown && { mean: shown.mean, answers }
  return means
}
