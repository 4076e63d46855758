import { data } from 'react-router'
import type { Route } from './+types/version-export'
import { respondWithExport } from '../exports/export-request.server'

/** A version as a file: /artefacts/ID/versions/3/export.pdf */
export function loader({ request, params, context }: Route.LoaderArgs) {
  if (!/^[1-9]\d{0,8}$/.test(params.number)) throw data(null, { status: 404 })
  const { artefactId, file } = params
  return respondWithExport(request, context, { artefactId, version: Number(params.number), file })
}
