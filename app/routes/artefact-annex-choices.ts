import type { Route } from './+types/artefact-annex-choices'
import { loadAnnexChoices } from '../versions/annex-choices.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return Response.json(await loadAnnexChoices(request, context, params.artefactId))
}
