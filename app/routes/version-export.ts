import type { Route } from './+types/version-export'
import { respondWithExport } from '../exports/export-request.server'

/** A version as a file: /artefacts/ID/versions/3/export.pdf */
export function loader({ request, params, context }: Route.LoaderArgs) {
  const { artefactId, number, file } = params
  // No version has the number 0: what is no number finds nothing either.
  const version = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0
  return respondWithExport(request, context, { artefactId, version, file })
}
