import type { Route } from './+types/artefact-clause-library'
import { keepFromAgreement, offerClauses } from '../clause-library/library-page.server'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return offerClauses(request, context, params.artefactId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return keepFromAgreement(request, context, params.artefactId)
}
