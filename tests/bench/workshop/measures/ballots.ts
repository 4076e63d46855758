import { castBallot, ownBallot } from '../../../support/workshop/ballots'
import type { Crowd } from '../../../support/workshop/crowd'
import type { PreparedWorkshop } from '../../../support/workshop/prepared-workshop'

/** Everybody votes in the same instant: until each one's ballot was taken, in milliseconds. */
export async function ballots({ id, steps }: PreparedWorkshop, crowd: Crowd): Promise<number[]> {
  const [first] = crowd.people
  if (!first) throw new Error('Nobody is there')
  const { targets } = await ownBallot(first.browser, id, steps.vote)
  const started = performance.now()
  return crowd.each(async ({ browser }, number) => {
    const dots = Object.fromEntries([0, 7, 19].map((step) => [targets[(number * 5 + step) % targets.length]?.id ?? '', 1]))
    const answer = await castBallot(browser, id, steps.vote, dots)
    if (answer.outcome !== 'saved') throw new Error(`A ballot was refused: ${answer.reason}`)
    return performance.now() - started
  })
}
