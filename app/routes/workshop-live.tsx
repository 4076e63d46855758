import type { Route } from './+types/workshop-live'
import { loadedWithin } from '../components/out-of-reach'
import { loadTakingPart } from '../workshops/taking-part/page.server'
import { TakingPartPage } from '../workshops/taking-part/view/taking-part-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadTakingPart(request, context, params.workshopId)
}

export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  return loadedWithin(request, serverLoader)
}

export default function WorkshopLive({ loaderData }: Route.ComponentProps) {
  // Null only for a part of another page.
  return loaderData && <TakingPartPage data={loaderData} />
}
