import type { Route } from './+types/workshop-feedback'
import { loadFeedbackPage, postFeedback } from '../workshops/feedback/feedback-page.server'
import { FeedbackPage } from '../workshops/feedback/view/feedback-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadFeedbackPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postFeedback(request, context, params.workshopId)
}

export default function WorkshopFeedback({ loaderData, actionData }: Route.ComponentProps) {
  return <FeedbackPage {...loaderData} answer={actionData} />
}
