import type { Route } from './+types/artefact-import-file'
import { takeWordFile } from '../imports/import-request.server'

export function action({ request, params, context }: Route.ActionArgs) {
  return takeWordFile(request, context, params.projectId)
}
