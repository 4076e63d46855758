import type { Route } from './+types/workshop-votes-file'
import { downloadVotes } from '../workshops/results/results-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return downloadVotes(request, context, params.workshopId)
}
