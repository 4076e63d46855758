import type { Services } from '../../load-context'

/** Closes a vote, or opens it again. False where it stands so already, or the step is no vote of this workshop. */
export async function setVotesClosed(services: Services, workshopId: string, stepId: string, closed: boolean): Promise<boolean> {
  const { count } = await services.database.workshopStep.updateMany({
    where: { id: stepId, workshopId, type: 'vote', votesClosedAt: closed ? null : { not: null } },
    data: { votesClosedAt: closed ? new Date(services.now()) : null },
  })
  return count > 0
}

/** Shows everybody the result of a vote, or hides it again. */
export async function setResultsShown(services: Services, workshopId: string, stepId: string, shown: boolean): Promise<boolean> {
  const { count } = await services.database.workshopStep.updateMany({
    where: { id: stepId, workshopId, type: 'vote', resultsShownAt: shown ? null : { not: null } },
    data: { resultsShownAt: shown ? new Date(services.now()) : null },
  })
  return count > 0
}
