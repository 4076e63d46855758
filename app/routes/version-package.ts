import type { Route } from './+types/version-package'
import { answerPackage, postPackage } from '../final-package/package-request.server'

/** How one's own package of a version stands: JSON. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return answerPackage(request, context, params.artefactId, params.number)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postPackage(request, context, params.artefactId, params.number)
}
