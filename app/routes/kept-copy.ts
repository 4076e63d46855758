import type { Route } from './+types/kept-copy'
import { takeKeptCopy } from '../proposals/kept-copy-request.server'

export function action({ request, params, context }: Route.ActionArgs) {
  return takeKeptCopy(request, context, params.artefactId)
}
