import type { Route } from './+types/project-calls'
import { loadProjectCalls } from '../remarks/calls-in-project.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const calls = await loadProjectCalls(request, context, params.projectId)
  return Response.json(calls, { headers: { 'Cache-Control': 'no-store' } })
}
