import type { Route } from './+types/artefact-approvals'
import { actOnApprovals, loadApprovalsPage } from '../approvals/pages.server'
import { ApprovalsPage } from '../approvals/view/approvals-page'
import { loadedWithin } from '../components/out-of-reach'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadApprovalsPage(request, context, params.artefactId)
}

export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  return loadedWithin(request, serverLoader)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return actOnApprovals(request, context, params.artefactId)
}

export default function ArtefactApprovals({ loaderData, actionData }: Route.ComponentProps) {
  // Null only for a page that asks again.
  return loaderData && <ApprovalsPage key={loaderData.artefact.id} data={loaderData} answer={actionData} />
}
