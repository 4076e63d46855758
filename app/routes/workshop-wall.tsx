import type { Route } from './+types/workshop-wall'
import { changeWorkshopPage } from '../workshops/actions.server'
import { loadRunPage } from '../workshops/run/page.server'
import { WallPage } from '../workshops/run/view/wall-page'

export const handle = { bare: true }

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadRunPage(request, context, params.workshopId)
}

/** The door can be opened from the wall too. */
export function action({ request, params, context }: Route.ActionArgs) {
  return changeWorkshopPage(request, context, params.workshopId)
}

export default function Wall({ loaderData }: Route.ComponentProps) {
  return <WallPage key={loaderData.workshop.id} data={loaderData} />
}
