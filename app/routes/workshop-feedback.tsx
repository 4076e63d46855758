import type { Route } from './+types/workshop-feedback'
import { loadFeedbackPage, postFeedback } from '../workshops/feedback/feedback-page.server'
import { FeedbackPage } from '../workshops/feedback/view/feedback-page'
import { loadedWithin, sent } from '../components/out-of-reach'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadFeedbackPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postFeedback(request, context, params.workshopId)
}

export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  return loadedWithin(request, serverLoader)
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return sent(serverAction)
}

export default function WorkshopFeedback({ loaderData, actionData }: Route.ComponentProps) {
  // Null only for a part of another page.
  return loaderData && <FeedbackPage {...loaderData} answer={actionData} />
}
