import { limitersOf } from '../../accounts/limiters.server'
import { newId } from '../../lib/id'
import type { Services } from '../../load-context'
import { onTargets, overLimits, type CastAnswer, type Dots, type OwnBallot } from './ballot'
import { dotsOf, readMarks, writeMarks } from './marks'
import { voteTargets, voteTargetsNow } from './targets.server'
import { findVoteStep, type VoteStep } from './vote-step.server'

/** Whose ballot it is. */
export interface Voter {
  /** `seat:ID`, `user:ID`, or `room:ID` for somebody without a device. */
  key: string
  /** Of somebody without a device. */
  name: string
  /** Empty for none. */
  organisationType: string
}

/** A voter's ballot with what there is to vote for. Undefined where there is no such vote. */
export async function ownBallot(
  services: Services,
  workshopId: string,
  stepId: string,
  voterKey: string,
): Promise<OwnBallot | undefined> {
  const step = await findVoteStep(services, workshopId, stepId)
  if (!step) return undefined
  const [targets, row] = await Promise.all([voteTargets(services, step), storedBallot(services, stepId, voterKey)])
  const { dots, cameBack } = onTargets(row ? dotsOf(readMarks(row.dots)) : {}, targets ?? [])
  return {
    stepId,
    stopped: step.stopped ?? (targets ? null : 'no-board'),
    limits: { dots: step.settings.dots, dotsOnOne: step.settings.dotsOnOne },
    targets: targets ?? [],
    dots: { ...dots },
    cameBack,
  }
}

/**
 * Puts a voter's whole ballot in the place of the one before, so that the same sent twice is there once. Dots on what
 * is no longer on the board come back to the voter; the others count.
 */
export async function castBallot(
  services: Services,
  workshopId: string,
  stepId: string,
  voter: Voter,
  wanted: Dots,
): Promise<CastAnswer> {
  if (!limitersOf(services).ballot.take(`${stepId} ${voter.key}`)) return { outcome: 'refused', reason: 'too-fast' }
  const step = await findVoteStep(services, workshopId, stepId)
  if (!step) return { outcome: 'refused', reason: 'gone' }
  if (step.stopped) return { outcome: 'refused', reason: step.stopped }
  const targets = await targetsFor(services, step, wanted)
  if (!targets) return { outcome: 'refused', reason: 'no-board' }
  const { dots, cameBack } = onTargets(wanted, targets)
  const over = overLimits(dots, step.settings)
  if (over) return { outcome: 'refused', reason: over }
  const kept = await keepWhileOpen(services, step, voter, writeMarks(dots, targets))
  // Between the look and the writing the facilitator closed the vote, or took the step out of the agenda.
  if (!kept) return { outcome: 'refused', reason: (await findVoteStep(services, workshopId, stepId))?.stopped ?? 'gone' }
  return { outcome: 'saved', dots: { ...dots }, cameBack }
}

/** What there is to vote for, looked at again where a ballot names something that was not there a moment ago. */
async function targetsFor(services: Services, step: VoteStep, wanted: Dots) {
  const targets = await voteTargets(services, step)
  return targets && onTargets(wanted, targets).cameBack === 0 ? targets : voteTargetsNow(services, step)
}

/** How many have given a dot: all that anybody is told before results are shown. */
export function votesCast(services: Services, stepId: string): Promise<number> {
  return services.database.ballot.count({ where: { stepId, dots: { not: '{}' } } })
}

function storedBallot(services: Services, stepId: string, voterKey: string) {
  return services.database.ballot.findUnique({ where: { stepId_voterKey: { stepId, voterKey } } })
}

/** One statement, so that no ballot comes in between the closing of a vote and its count. */
async function keepWhileOpen(services: Services, step: VoteStep, voter: Voter, marks: string): Promise<boolean> {
  const { key, name, organisationType } = voter
  const castAt = new Date(services.now()).toISOString()
  const written = await services.database.$executeRaw`
    INSERT INTO "Ballot" ("id", "stepId", "voterKey", "voterName", "organisationType", "dots", "castAt")
    SELECT ${newId()}, "id", ${key}, ${name}, ${organisationType}, ${marks}, ${castAt} FROM "WorkshopStep"
    WHERE "id" = ${step.id} AND "votesClosedAt" IS NULL AND "resultsShownAt" IS NULL
    ON CONFLICT ("stepId", "voterKey") DO UPDATE SET
      "voterName" = excluded."voterName", "organisationType" = excluded."organisationType",
      "dots" = excluded."dots", "castAt" = excluded."castAt"`
  return written > 0
}
