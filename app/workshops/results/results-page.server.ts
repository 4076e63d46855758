import type { AppLoadContext } from 'react-router'
import { can } from '../../accounts/permissions'
import { stepsOf } from '../agenda/steps.server'
import { decisionsOf } from '../decisions/decisions.server'
import { showDecision } from '../decisions/shown-decision.server'
import { fileAnswer } from '../../exports/file-answer'
import { exportFileName } from '../../exports/file-name'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Services } from '../../load-context'
import { enterWorkshop } from '../enter.server'
import type { Step } from '../model/steps'
import { boardFacts } from '../report/gather-results.server'
import { reportStanding } from '../report/make-report.server'
import { votesCast } from '../votes/ballots.server'
import { shownResults } from '../votes/results.server'
import { votesCsv } from './votes-csv'

/** What came of a workshop, as everybody who may see it reads it: groups and notes, votes that were shown, decisions. */
export async function loadResultsPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { participant, language, workshop, thing } = await enterWorkshop(request, context, workshopId)
  const steps = await stepsOf(services, workshop.id)
  const reader = { participant, language, projectId: workshop.projectId }
  const [boards, votes, decisions, report] = await Promise.all([
    boardFacts(services, workshop, steps, language),
    votesOf(services, steps),
    decisionsOf(services, workshop.id).then((list) => Promise.all(list.map((one) => showDecision(one, reader)))),
    participant.kind === 'member' ? reportStanding(services, workshop.id) : null,
  ])
  return {
    workshop: { id: workshop.id, title: workshop.title },
    boards,
    votes,
    decisions,
    // For the project's people: guests have no place to read it in.
    report: report && { ...report, mayMake: can(participant, 'facilitate', thing) },
  }
}

export type ResultsPageData = Awaited<ReturnType<typeof loadResultsPage>>

/** `votes.csv`: the votes whose results have been shown. */
export async function downloadVotes(request: Request, context: AppLoadContext, workshopId: string): Promise<Response> {
  const { services } = context
  const { language, workshop } = await enterWorkshop(request, context, workshopId)
  const votes = await votesOf(services, await stepsOf(services, workshop.id))
  const translator = translatorFor(language)
  const words = { votes: translator.in('votes'), components: translator.in('components') }
  const shown = votes.flatMap(({ title, tallies }) => (tallies ? [{ title, tallies }] : []))
  const name = exportFileName(workshop.title, words.votes('results.votes'), 'csv')
  return fileAnswer({ name, mime: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(votesCsv(shown, words)) })
}

/** Each vote of the agenda; `tallies` null until its result is shown. */
function votesOf(services: Services, steps: readonly Step[]) {
  return Promise.all(
    steps
      .filter(({ type }) => type === 'vote')
      .map(async ({ id, title }) => {
        const tallies = await shownResults(services, id)
        return { id, title, tallies, voters: tallies ? await votesCast(services, id) : 0 }
      }),
  )
}
