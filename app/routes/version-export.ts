import type { Route } from './+types/version-export'
import { respondWithExport, versionNumber } from '../exports/export-request.server'

/** A version as a file: /artefacts/ID/versions/3/export.pdf */
export function loader({ request, params, context }: Route.LoaderArgs) {
  const { artefactId, number, file } = params
  return respondWithExport(request, context, { artefactId, version: versionNumber(number), file })
}
