import type { Route } from './+types/artefact-positions-now'
import { answerPositions, takePositions } from '../positions/positions-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return answerPositions(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return takePositions(request, context, params.artefactId)
}
