import type { Route } from './+types/project-clause-library'
import { changeLibrary, loadLibraryPage } from '../clause-library/library-page.server'
import { LibraryPage } from '../clause-library/view/library-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadLibraryPage(request, context, params.projectId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return changeLibrary(request, context, params.projectId)
}

export default function ProjectClauseLibrary({ loaderData }: Route.ComponentProps) {
  return <LibraryPage {...loaderData} />
}
