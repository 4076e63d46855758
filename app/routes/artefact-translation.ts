import type { Route } from './+types/artefact-translation'
import { answerTranslation } from '../exports/export-request.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return answerTranslation(request, context, { artefactId: params.artefactId, version: null })
}
