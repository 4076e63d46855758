import type { Route } from './+types/artefact-facts'
import { loadArtefactFacts } from '../artefacts/page/load.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const facts = await loadArtefactFacts(request, context, params.artefactId)
  return Response.json(facts, { headers: { 'Cache-Control': 'no-store' } })
}
