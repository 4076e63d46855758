import type { Route } from './+types/workshop-decisions'
import { changeDecisionsPage, loadDecisionsPage } from '../workshops/decisions/decisions-page.server'
import { DecisionsPage } from '../workshops/decisions/view/decisions-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadDecisionsPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return changeDecisionsPage(request, context, params.workshopId)
}

export default function WorkshopDecisions({ loaderData }: Route.ComponentProps) {
  return <DecisionsPage data={loaderData} />
}
