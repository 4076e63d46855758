import type { Route } from './+types/artefact-approvals-changes'
import { loadChangesPage } from '../approvals/changes-page.server'
import { ChangesPage } from '../approvals/view/changes-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadChangesPage(request, context, params.artefactId)
}

export default function ProposedChanges({ loaderData }: Route.ComponentProps) {
  return <ChangesPage data={loaderData} />
}
