import type { Route } from './+types/workshop'
import { changeWorkshopPage } from '../workshops/actions.server'
import { loadWorkshopPage } from '../workshops/page.server'
import { WorkshopPage } from '../workshops/view/workshop-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadWorkshopPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return changeWorkshopPage(request, context, params.workshopId)
}

export default function Workshop({ loaderData, actionData }: Route.ComponentProps) {
  // A copy opens where the first one was: nothing of that one stays open.
  return <WorkshopPage key={loaderData.id} workshop={loaderData} answer={actionData} />
}
