import type { Route } from './+types/project-figures'
import { loadFiguresPage } from '../projects/figures/figures-page.server'
import { FiguresPage } from '../projects/figures/view/figures-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadFiguresPage(request, context, params.projectId)
}

export default function ProjectFigures({ loaderData }: Route.ComponentProps) {
  return <FiguresPage {...loaderData} />
}
