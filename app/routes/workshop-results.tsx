import type { Route } from './+types/workshop-results'
import { loadResultsPage } from '../workshops/results/results-page.server'
import { ResultsPage } from '../workshops/results/view/results-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadResultsPage(request, context, params.workshopId)
}

export default function WorkshopResults({ loaderData }: Route.ComponentProps) {
  return <ResultsPage data={loaderData} />
}
