import type { AppLoadContext } from 'react-router'
import { stepsOf } from '../agenda/steps.server'
import { decisionsOf } from '../decisions/decisions.server'
import { showDecision } from '../decisions/shown-decision.server'
import { enterWorkshop } from '../enter.server'
import { boardFacts } from '../report/gather-results.server'
import { votesCast } from '../votes/ballots.server'
import { shownResults } from '../votes/results.server'

/** What came of a workshop, as everybody who may see it reads it: groups and notes, votes that were shown, decisions. */
export async function loadResultsPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { participant, language, workshop } = await enterWorkshop(request, context, workshopId)
  const steps = await stepsOf(services, workshop.id)
  const votes = steps.filter(({ type }) => type === 'vote')
  const reader = { participant, language, projectId: workshop.projectId }
  const [boards, results, decisions] = await Promise.all([
    boardFacts(services, workshop, steps, language),
    Promise.all(
      votes.map(async ({ id, title }) => {
        const tallies = await shownResults(services, id)
        return { id, title, tallies, voters: tallies ? await votesCast(services, id) : 0 }
      }),
    ),
    decisionsOf(services, workshop.id).then((list) => Promise.all(list.map((one) => showDecision(one, reader)))),
  ])
  return { workshop: { id: workshop.id, title: workshop.title }, boards, votes: results, decisions }
}

export type ResultsPageData = Awaited<ReturnType<typeof loadResultsPage>>
