import type { Route } from './+types/artefact-import'
import { ImportPage } from '../imports/view/import-page'
import { enterProject } from '../projects/enter.server'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  await enterProject(request, context, params.projectId, 'createArtefact')
  return { projectId: params.projectId }
}

export default function ArtefactImport({ loaderData }: Route.ComponentProps) {
  return <ImportPage {...loaderData} />
}
