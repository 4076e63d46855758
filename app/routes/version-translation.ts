import type { Route } from './+types/version-translation'
import { answerTranslation, versionNumber } from '../exports/export-request.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  const { artefactId, number } = params
  return answerTranslation(request, context, { artefactId, version: versionNumber(number) })
}
