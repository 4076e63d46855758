import type { Route } from './+types/artefact-approvals-decision'
import { decideFromPage, loadDecisionPage } from '../approvals/decision-page.server'
import { DecisionPage } from '../approvals/view/decision-page'
import { loadedWithin } from '../components/out-of-reach'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadDecisionPage(request, context, params.artefactId)
}

export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  return loadedWithin(request, serverLoader)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return decideFromPage(request, context, params.artefactId)
}

export default function RecordDecision({ loaderData, actionData }: Route.ComponentProps) {
  // Null only for a page that asks again.
  return loaderData && <DecisionPage data={loaderData} answer={actionData} />
}
