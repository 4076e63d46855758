import type { Route } from './+types/workshop-ballot'
import { loadBallot, takeBallot } from '../workshops/votes/ballot-request.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadBallot(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return takeBallot(request, context, params.workshopId)
}
