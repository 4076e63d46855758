import { allowanceSchema } from '../../artefacts/edit-rule'
import { z } from 'zod'
import type { Services } from '../../load-context'
import { stepSettingsSchema, type StepSettings } from '../model/steps'
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

const maySchema = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.array(allowanceSchema))
  .catch([])

const settingsSchema = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(stepSettingsSchema)
  .catch(stepSettingsSchema.parse({}))

/** The workshop's step of that id, where it is a vote; undefined otherwise. */
export async function findVoteStep(
  services: Services,
  workshopId: string,
  stepId: string,
): Promise<VoteStep | undefined> {
  const { database } = services
  const [row, ran] = await Promise.all([
    database.workshopStep.findFirst({
      where: { id: stepId, workshopId, type: 'vote' },
      include: { artefact: true, workshop: { select: { run: true } } },
    }),
    database.stepRun.findFirst({ where: { workshopId, stepId }, select: { id: true } }),
  ])
  if (!row) return undefined
  const settings = settingsSchema.parse(row.settings)
  return {
    id: row.id,
    title: row.title,
    settings,
    artefact: row.artefact,
    place: row.place,
    voteOn: settings.voteOn,
    resultsShownAt: row.resultsShownAt,
    stopped: stoppedBy(row, ran !== null || row.workshop.run?.stepId === row.id),
  }
}

interface StandingStep {
  may: string
  votesClosedAt: Date | null
  resultsShownAt: Date | null
  workshop: { run: { stage: string } | null }
}

/** A vote that was reached stays open, also while the agenda goes on, until the facilitator closes it. */
function stoppedBy(row: StandingStep, begun: boolean): VoteRefusal | null {
  if (row.votesClosedAt || row.resultsShownAt) return 'closed'
  if (row.workshop.run?.stage === 'closed') return 'over'
  if (!row.workshop.run || !begun) return 'not-begun'
  return maySchema.parse(row.may).includes('vote') ? null : 'not-allowed'
}
