import type { Route } from './+types/workshop-decisions'
import { changeDecisionsPage, loadDecisionsPage } from '../workshops/decisions/decisions-page.server'
import { DecisionsPage } from '../workshops/decisions/view/decisions-page'
import { loadedWithin, sent } from '../components/out-of-reach'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadDecisionsPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return changeDecisionsPage(request, context, params.workshopId)
}

export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  return loadedWithin(request, serverLoader)
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return sent(serverAction)
}

export default function WorkshopDecisions({ loaderData }: Route.ComponentProps) {
  // Null only for a part of another page.
  return loaderData && <DecisionsPage data={loaderData} />
}
