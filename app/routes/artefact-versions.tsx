import type { Route } from './+types/artefact-versions'
import { loadVersionsPage, takeFromPage } from '../versions/pages.server'
import { VersionsPage } from '../versions/view/versions-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadVersionsPage(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return takeFromPage(request, context, params.artefactId)
}

export default function ArtefactVersions({ loaderData }: Route.ComponentProps) {
  return <VersionsPage data={loaderData} />
}
