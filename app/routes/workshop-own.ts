import type { Route } from './+types/workshop-own'
import { loadOwn } from '../workshops/taking-part/own.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const own = await loadOwn(request, context, params.workshopId)
  return Response.json(own, { headers: { 'Cache-Control': 'no-store' } })
}
