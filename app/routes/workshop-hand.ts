import type { Route } from './+types/workshop-hand'
import { handOf, moveHand } from '../workshops/run/hand-request.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const hand = await handOf(request, context, params.workshopId)
  return Response.json(hand, { headers: { 'Cache-Control': 'no-store' } })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return Response.json(await moveHand(request, context, params.workshopId))
}
