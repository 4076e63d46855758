import type { Route } from './+types/artefact-approvals-decision'
import { decideFromPage, loadDecisionPage } from '../approvals/decision-page.server'
import { DecisionPage } from '../approvals/view/decision-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadDecisionPage(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return decideFromPage(request, context, params.artefactId)
}

export default function RecordDecision({ loaderData, actionData }: Route.ComponentProps) {
  return <DecisionPage data={loaderData} answer={actionData} />
}
