import { z } from 'zod'
import { tickField, textField } from '../../accounts/fields'
import { problem } from '../../accounts/form-problem'

/** What is asked after a workshop, each on a scale from 1 to 5. Columns of the database; never renamed. */
export const feedbackQuestions = ['worth', 'heard', 'clear'] as const

export type FeedbackQuestion = (typeof feedbackQuestions)[number]

export const feedbackScale = [1, 2, 3, 4, 5] as const

/** In characters. */
export const longestFeedback = 500

/** One point of the scale, or left out: then null. */
const pointField = z
  .string(problem('notAnOption'))
  .regex(/^[1-5]?$/, problem('notAnOption'))
  .default('')
  .transform((point) => (point === '' ? null : Number(point)))

export const feedbackSchema = z.object({
  worth: pointField,
  heard: pointField,
  clear: pointField,
  words: textField(longestFeedback),
  mayBeNamed: tickField,
})

/** What one participant says of a workshop. */
export type GivenFeedback = z.infer<typeof feedbackSchema>

/** Neither a point nor a word. */
export function isEmptyFeedback(said: GivenFeedback): boolean {
  return feedbackQuestions.every((question) => said[question] === null) && said.words === ''
}

/**
 * Whether it can be given now.
 * - `not-yet`: no step of feedback has begun, and the workshop is not over
 * - `report-made`: what was given is in the report, as it was
 */
export type FeedbackTime = 'open' | 'not-yet' | 'report-made'

/** One's own feedback, to be looked at and changed. */
export interface OwnFeedback extends GivenFeedback {
  time: FeedbackTime
  given: boolean
}
