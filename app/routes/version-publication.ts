import type { Route } from './+types/version-publication'
import { postPublication } from '../publishing/publish-request.server'

/** Publishes a version, or withdraws it. */
export function action({ request, params, context }: Route.ActionArgs) {
  return postPublication(request, context, params.artefactId, params.number)
}
