import type { Route } from './+types/artefact-redline'
import { respondWithRedline } from '../exports/redline/redline-request.server'

/** What has changed between two versions, as tracked changes: /artefacts/ID/redline.docx?from=2&to=3 */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return respondWithRedline(request, context, params.artefactId)
}
