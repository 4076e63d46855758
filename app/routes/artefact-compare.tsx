import type { Route } from './+types/artefact-compare'
import { loadComparePage } from '../versions/compare-page.server'
import { ComparePage } from '../versions/view/compare-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadComparePage(request, context, params.artefactId)
}

export default function ArtefactCompare({ loaderData }: Route.ComponentProps) {
  return <ComparePage data={loaderData} />
}
