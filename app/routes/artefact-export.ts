import type { Route } from './+types/artefact-export'
import { respondWithExport } from '../exports/export-request.server'

/** The present state as a file: /artefacts/ID/export.pdf */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return respondWithExport(request, context, { artefactId: params.artefactId, version: null, file: params.file })
}
