import type { Route } from './+types/published'
import { respondWithPublished } from '../publishing/published-page.server'

/** A page without a script of ours: React renders nothing of it. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return respondWithPublished(request, context, { publicationId: params.publicationId })
}
