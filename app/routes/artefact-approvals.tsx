import type { Route } from './+types/artefact-approvals'
import { actOnApprovals, loadApprovalsPage } from '../approvals/pages.server'
import { ApprovalsPage } from '../approvals/view/approvals-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadApprovalsPage(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return actOnApprovals(request, context, params.artefactId)
}

export default function ArtefactApprovals({ loaderData, actionData }: Route.ComponentProps) {
  return <ApprovalsPage data={loaderData} answer={actionData} />
}
