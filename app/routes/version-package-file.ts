import type { Route } from './+types/version-package-file'
import { downloadPackage } from '../final-package/package-request.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return downloadPackage(request, context, params.artefactId, params.number, params.packageId)
}
