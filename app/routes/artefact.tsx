import type { Route } from './+types/artefact'
import { ArtefactPage } from '../artefacts/page/artefact-page'
import { changeArtefact } from '../artefacts/page/change.server'
import { loadArtefactPage } from '../artefacts/page/load.server'

export const handle = { fullHeight: true }

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadArtefactPage(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return changeArtefact(request, context, params.artefactId)
}

export default function Artefact({ loaderData }: Route.ComponentProps) {
  return <ArtefactPage data={loaderData} />
}
