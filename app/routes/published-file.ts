import type { Route } from './+types/published-file'
import { respondWithPublished } from '../publishing/published-page.server'

/** /published/ID/document.pdf */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return respondWithPublished(request, context, { publicationId: params.publicationId, file: params.file })
}
