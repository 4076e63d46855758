import type { Route } from './+types/artefact-positions'
import { loadPositionsPage } from '../positions/positions-page.server'
import { PositionsPage } from '../positions/view/positions-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadPositionsPage(request, context, params.artefactId)
}

export default function ArtefactPositions({ loaderData }: Route.ComponentProps) {
  return <PositionsPage key={loaderData.artefact.id} data={loaderData} />
}
