import type { Route } from './+types/artefact-proposals'
import { loadProposalsPage } from '../proposals/pages.server'
import { ProposalsPage } from '../proposals/view/proposals-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadProposalsPage(request, context, params.artefactId)
}

export default function ArtefactProposals({ loaderData }: Route.ComponentProps) {
  return <ProposalsPage data={loaderData} />
}
