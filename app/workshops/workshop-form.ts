import { z } from 'zod'
import { lineField, listField, textField } from '../accounts/fields'
import { idSchema, problem, type FieldProblem } from '../accounts/form-problem'
import { wallMoment } from './wall-time'

const dateField = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, problem('notADate'))
const clockField = z.string().regex(/^\d{2}:\d{2}$/, problem('notADate'))

const planFields = z.object({
  intent: z.literal('plan'),
  title: lineField(200),
  purpose: textField(2000),
  date: dateField,
  startClock: clockField,
  endClock: z.union([z.literal(''), clockField], problem('notADate')).default(''),
  artefacts: listField(idSchema, 100),
})

/** What a facilitator fills in to plan a workshop: `plan` is a `WorkshopPlan`. */
export const workshopPlanSchema = planFields.transform((form, context) => {
  const refuse = (field: keyof typeof form, code: FieldProblem) => {
    context.addIssue({ code: 'custom', path: [field], ...problem(code) })
    return z.NEVER
  }
  const startsAt = wallMoment(form.date, form.startClock)
  if (!startsAt) return refuse('date', 'notADate')
  const endsAt = form.endClock ? wallMoment(form.date, form.endClock) : null
  if (form.endClock && !endsAt) return refuse('endClock', 'notADate')
  if (endsAt && endsAt <= startsAt) return refuse('endClock', 'endsBeforeStart')
  const { intent, title, purpose, artefacts: artefactIds } = form
  return { intent, plan: { title, purpose, startsAt, endsAt, artefactIds } }
})
