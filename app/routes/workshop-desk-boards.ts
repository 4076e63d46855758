import type { Route } from './+types/workshop-desk-boards'
import { loadDeskBoards } from '../workshops/run/desk.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const boards = await loadDeskBoards(request, context, params.workshopId)
  return Response.json(boards, { headers: { 'Cache-Control': 'no-store' } })
}
