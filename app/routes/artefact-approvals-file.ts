import type { Route } from './+types/artefact-approvals-file'
import { downloadApprovals } from '../approvals/files.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return downloadApprovals(request, context, params.artefactId, params.file)
}
