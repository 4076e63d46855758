import type { Route } from './+types/project-figures-file'
import { downloadFigures } from '../projects/figures/figures-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return downloadFigures(request, context, params.projectId, params.file)
}
