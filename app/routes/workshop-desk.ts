import type { Route } from './+types/workshop-desk'
import { commandWorkshop } from '../workshops/run/commands.server'
import { loadDesk } from '../workshops/run/desk.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const desk = await loadDesk(request, context, params.workshopId)
  return Response.json(desk, { headers: { 'Cache-Control': 'no-store' } })
}

/** The same commands as the screen's own address takes, answered with what came of them alone. */
export async function action({ request, params, context }: Route.ActionArgs) {
  return Response.json(await commandWorkshop(request, context, params.workshopId))
}
