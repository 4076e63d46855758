import type { Route } from './+types/artefact-approvals-extract'
import { downloadExtract } from '../approvals/decision-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return downloadExtract(request, context, params.artefactId, params.hash)
}
