import type { Route } from './+types/workshop-carry-places'
import { loadCarryPlaces } from '../workshops/decisions/decisions-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadCarryPlaces(request, context, params.workshopId)
}
