import { z } from 'zod'
import { lineField, listField, textField, tickField } from '../accounts/fields'
import { idSchema, problem, type FieldProblem } from '../accounts/form-problem'
import { wallMoment } from './wall-time'

const dateField = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, problem('notADate'))
const clockField = z.string().regex(/^\d{2}:\d{2}$/, problem('notADate'))

const timeFields = {
  date: dateField,
  startClock: clockField,
  endClock: z.union([z.literal(''), clockField], problem('notADate')).default(''),
}

const planFields = {
  intent: z.literal('plan'),
  title: lineField(200),
  purpose: textField(2000),
  ...timeFields,
  artefacts: listField(idSchema, 100),
}

/** What a facilitator fills in to plan a workshop: `plan` is a `WorkshopPlan`. */
export const workshopPlanSchema = z.object(planFields).transform(planFrom)

/** The same for a new one, which may begin with a ready agenda. Empty: with none. */
export const newWorkshopSchema = z
  .object({ ...planFields, template: z.string().max(60, problem('notAnOption')).default('') })
  .transform(({ template, ...form }, context) => ({ ...planFrom(form, context), template }))

/** What a facilitator fills in to hold a workshop once more. */
export const copySchema = z
  .object({ intent: z.literal('copy'), title: lineField(200), ...timeFields, freshFrames: tickField })
  .transform(({ intent, title, freshFrames, ...times }, context) => ({
    intent,
    copy: { title, freshFrames, ...timesFrom(times, context) },
  }))

function planFrom(form: z.infer<z.ZodObject<typeof planFields>>, context: z.RefinementCtx) {
  const { intent, title, purpose, artefacts: artefactIds } = form
  return { intent, plan: { title, purpose, ...timesFrom(form, context), artefactIds } }
}

type TimeFields = z.infer<z.ZodObject<typeof timeFields>>

/** The moments meant by a day and its clocks on the wall; one that is none is refused beside its field. */
function timesFrom(form: TimeFields, context: z.RefinementCtx): { startsAt: Date; endsAt: Date | null } {
  const refuse = (field: keyof TimeFields, code: FieldProblem) => {
    context.addIssue({ code: 'custom', path: [field], ...problem(code) })
    return z.NEVER
  }
  const startsAt = wallMoment(form.date, form.startClock)
  if (!startsAt) return refuse('date', 'notADate')
  const endsAt = form.endClock ? wallMoment(form.date, form.endClock) : null
  if (form.endClock && !endsAt) return refuse('endClock', 'notADate')
  if (endsAt && endsAt <= startsAt) return refuse('endClock', 'endsBeforeStart')
  return { startsAt, endsAt }
}
