import type { Route } from './+types/artefact-version'
import { loadVersionPage, restoreFromPage, versionNumber } from '../versions/pages.server'
import { VersionPage } from '../versions/view/version-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadVersionPage(request, context, params.artefactId, versionNumber(params.number))
}

export function action({ request, params, context }: Route.ActionArgs) {
  return restoreFromPage(request, context, params.artefactId, versionNumber(params.number))
}

export default function ArtefactVersion({ loaderData }: Route.ComponentProps) {
  return <VersionPage data={loaderData} />
}
