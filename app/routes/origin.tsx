import type { Route } from './+types/origin'
import { loadOrigin } from '../workshops/decisions/origin.server'
import { OriginPage } from '../workshops/decisions/view/origin-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadOrigin(request, context, params.originId)
}

export default function Origin({ loaderData }: Route.ComponentProps) {
  return <OriginPage origin={loaderData} />
}
