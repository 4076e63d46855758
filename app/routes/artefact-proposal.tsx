import type { Route } from './+types/artefact-proposal'
import { loadProposalPage, settleFromPage } from '../proposals/pages.server'
import { ProposalPage } from '../proposals/view/proposal-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadProposalPage(request, context, params.artefactId, params.proposalId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return settleFromPage(request, context, params.artefactId, params.proposalId)
}

export default function ArtefactProposal({ loaderData }: Route.ComponentProps) {
  return <ProposalPage data={loaderData} />
}
