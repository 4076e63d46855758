import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import type { Step, StepSettings } from '../model/steps'
import type { VoteRefusal } from './ballot'
import type { VotePlace } from './targets.server'

/** A step in which people vote, and how it stands. */
export interface VoteStep extends VotePlace {
  id: string
  title: string
  settings: StepSettings
  /** Why nobody can vote just now; null while votes are open. */
  stopped: VoteRefusal | null
  resultsShownAt: Date | null
}

/** The workshop's step of that id, where it is a vote; undefined otherwise. */
export async function findVoteStep(
  services: Services,
  workshopId: string,
  stepId: string,
): Promise<VoteStep | undefined> {
  return (await voteSteps(services, workshopId, stepId))[0]
}

/** The votes of a workshop's agenda, in order; with an id that one alone. */
export async function voteSteps(services: Services, workshopId: string, stepId?: string): Promise<VoteStep[]> {
  const { database } = services
  const [steps, rows, run, ran] = await Promise.all([
    stepsOf(services, workshopId),
    database.workshopStep.findMany({
      where: { workshopId, type: 'vote', ...(stepId === undefined ? {} : { id: stepId }) },
      select: { id: true, votesClosedAt: true, resultsShownAt: true, artefact: { select: { id: true, kind: true } } },
    }),
    database.workshopRun.findUnique({ where: { workshopId }, select: { stage: true, stepId: true } }),
    database.stepRun.findMany({ where: { workshopId }, select: { stepId: true } }),
  ])
  const begun = new Set([...ran.map((one) => one.stepId), ...(run?.stepId ? [run.stepId] : [])])
  return steps.flatMap((step) => {
    const row = rows.find(({ id }) => id === step.id)
    if (!row) return []
    const { settings, artefactId } = step
    return {
      id: step.id,
      title: step.title,
      settings,
      // None where the workshop no longer works on it, or it is in the bin.
      artefact: artefactId === null ? null : row.artefact,
      place: step.place,
      voteOn: settings.voteOn,
      resultsShownAt: row.resultsShownAt,
      stopped: stoppedBy(step, row, run, begun.has(step.id)),
    }
  })
}

/** A vote that was reached stays open, also while the agenda goes on, until the facilitator closes it. */
function stoppedBy(
  { may }: Step,
  row: { votesClosedAt: Date | null; resultsShownAt: Date | null },
  run: { stage: string } | null,
  begun: boolean,
): VoteRefusal | null {
  if (row.votesClosedAt || row.resultsShownAt) return 'closed'
  if (run?.stage === 'closed') return 'over'
  if (!run || !begun) return 'not-begun'
  return may.includes('vote') ? null : 'not-allowed'
}
