import { data, type AppLoadContext } from 'react-router'
import type { FormProblems } from '../../accounts/form-problem'
import { readForm } from '../../accounts/request.server'
import { enterFeedback } from './enter-feedback.server'
import { feedbackSummary, giveFeedback, ownFeedback } from './feedback.server'
import { feedbackSchema, isEmptyFeedback, type FeedbackTime } from './questions'
import type { NotSent } from '../../components/out-of-reach'

/** What a post answers: kept, taken away, or why not. */
export type FeedbackAnswer = FormProblems | { kept: true } | { empty: true } | { refused: Exclude<FeedbackTime, 'open'> } | NotSent

/** One's own feedback, and for facilitators everybody's together. */
export async function loadFeedbackPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { participant, workshop, participantKey, facilitates, tookPart } = await enterFeedback(
    request,
    context,
    workshopId,
  )
  return {
    workshop: {
      id: workshop.id,
      title: workshop.title,
      // A guest whose door is closed has no other page of the workshop's to go back to.
      backHere: participant.kind === 'member' || participant.admitted,
    },
    own: tookPart ? await ownFeedback(services, { workshopId, participantKey }) : null,
    summary: facilitates ? await feedbackSummary(services, workshopId) : null,
  }
}

export type FeedbackPageData = Awaited<ReturnType<typeof loadFeedbackPage>>

export async function postFeedback(request: Request, context: AppLoadContext, workshopId: string) {
  const { participantKey, tookPart } = await enterFeedback(request, context, workshopId)
  if (!tookPart) throw new Response(null, { status: 403 })
  const form = await readForm(request, feedbackSchema)
  if (!form.ok) return data<FeedbackAnswer>(form, { status: 400 })
  const giver = { workshopId, participantKey }
  // Nothing said, nothing taken back, and no leave given or withdrawn.
  if (isEmptyFeedback(form.value) && !form.value.mayBeNamed) {
    const { given, mayBeNamed } = await ownFeedback(context.services, giver)
    if (!given && !mayBeNamed) return data<FeedbackAnswer>({ empty: true }, { status: 400 })
  }
  const time = await giveFeedback(context.services, giver, form.value)
  if (time !== 'open') return data<FeedbackAnswer>({ refused: time }, { status: 409 })
  return data<FeedbackAnswer>({ kept: true })
}
