import type { Route } from './+types/workshop-live'
import { loadTakingPart } from '../workshops/taking-part/page.server'
import { TakingPartPage } from '../workshops/taking-part/view/taking-part-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadTakingPart(request, context, params.workshopId)
}

export default function WorkshopLive({ loaderData }: Route.ComponentProps) {
  return <TakingPartPage data={loaderData} />
}
