import type { Route } from './+types/artefact-approvals-propose'
import { loadProposePage, proposeFromPage } from '../approvals/propose-page.server'
import { ProposePage } from '../approvals/view/propose-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadProposePage(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return proposeFromPage(request, context, params.artefactId)
}

export default function ProposeVersion({ loaderData, actionData }: Route.ComponentProps) {
  return <ProposePage data={loaderData} answer={actionData} />
}
