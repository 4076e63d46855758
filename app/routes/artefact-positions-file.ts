import type { Route } from './+types/artefact-positions-file'
import { downloadPositions } from '../positions/positions-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return downloadPositions(request, context, params.artefactId)
}
