import { z } from 'zod'
import { jsonText } from '../../lib/json-text'
import type { Services } from '../../load-context'
import { tallySchema, type Tally } from '../model/live-state'
import { readMarks } from './marks'
import { tallyVotes, withGone } from './tally'
import { voteTargets } from './targets.server'
import { findVoteStep, type VoteStep } from './vote-step.server'

/** The count as it was shown, and when: shown anew after votes were opened again, it is counted anew. */
const keptSchema = jsonText(z.object({ shownAt: z.number(), tallies: z.array(tallySchema) }))

/**
 * The totals of a vote, the most dots first. Null until the facilitator shows them, and for what is no vote. They are
 * counted once, with the words of that moment; only what has left the board since is looked up each time.
 */
export async function shownResults(services: Services, stepId: string): Promise<Tally[] | null> {
  const row = await services.database.workshopStep.findUnique({
    where: { id: stepId },
    select: { workshopId: true, resultsShownAt: true, results: true },
  })
  if (!row?.resultsShownAt) return null
  const step = await findVoteStep(services, row.workshopId, stepId)
  if (!step?.resultsShownAt) return null
  // A board that cannot be read just now takes no result away.
  const targets = await voteTargets(services, step).catch((cause: unknown) => {
    services.log.error('votes.board-unread', cause, { step: stepId })
    return undefined
  })
  const shownAt = step.resultsShownAt.getTime()
  const kept = keptSchema.safeParse(row.results).data
  const tallies = kept?.shownAt === shownAt ? kept.tallies : await count(services, step, shownAt, targets)
  return targets === undefined ? tallies : withGone(tallies, targets ?? [])
}

async function count(
  services: Services,
  step: VoteStep,
  shownAt: number,
  targets: readonly { id: string; name: string }[] | null | undefined,
): Promise<Tally[]> {
  const ballots = await services.database.ballot.findMany({
    where: { stepId: step.id },
    orderBy: [{ castAt: 'asc' }, { id: 'asc' }],
  })
  const tallies = tallyVotes(
    targets ?? [],
    ballots.map(({ organisationType, dots }) => ({ organisationType, marks: readMarks(dots) })),
  )
  if (targets === undefined) return tallies.map((tally) => ({ ...tally, gone: false }))
  await services.database.workshopStep.updateMany({
    where: { id: step.id, resultsShownAt: step.resultsShownAt },
    data: { results: JSON.stringify({ shownAt, tallies }) },
  })
  return tallies
}
