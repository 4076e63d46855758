import { z } from 'zod'
import { lineField, listField, textField, tickField } from '../../accounts/fields'
import { idSchema, problem } from '../../accounts/form-problem'
import { allowanceSchema } from '../../artefacts/edit-rule'
import {
  authorships,
  mixings,
  mostDots,
  mostGroups,
  mostMinutes,
  stepSettingsSchema,
  stepTypeSchema,
} from '../model/steps'

/** A place that is made when the step is saved: a new frame on the board, named after the step. */
export const newPlace = 'new'

export const longestTitle = 120
export const longestInstructions = 1500

function numberField(least: number, most: number) {
  return z
    .string(problem('invalid'))
    .regex(/^\d{1,4}$/, problem('invalid'))
    .transform(Number)
    .pipe(z.number().min(least, problem('invalid')).max(most, problem('invalid')))
    .optional()
}

/** Empty: without a length of its own. */
const minutesField = z
  .string(problem('notMinutes'))
  .regex(/^\d{0,4}$/, problem('notMinutes'))
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((minutes) => minutes === null || (minutes >= 1 && minutes <= mostMinutes), problem('notMinutes'))

const fields = {
  title: lineField(longestTitle),
  instructions: textField(longestInstructions),
  minutes: minutesField,
  artefact: z.union([z.literal('').transform(() => null), idSchema], problem('notAnOption')).default(null),
  /** Of the artefact, as its kind names it; empty: all of it. */
  place: z.string().max(200, problem('notAnOption')).default(''),
  may: listField(allowanceSchema, 10),
  privately: z.enum(['yes', 'no']).optional(),
  authorship: z.enum(authorships).optional(),
  dots: numberField(1, mostDots),
  dotsOnOne: numberField(1, mostDots),
  voteOn: z.enum(['notes', 'groups']).optional(),
  groups: numberField(2, mostGroups),
  mixing: z.enum(mixings).optional(),
  copyPlace: tickField,
}

/** What a facilitator fills in of one step. Settings that the form left out have their defaults. */
function planFrom(form: z.infer<z.ZodObject<typeof fields>>) {
  const { title, instructions, minutes, artefact: artefactId, place, may, privately, ...rest } = form
  const settings = stepSettingsSchema.parse({ ...rest, ...(privately ? { privately: privately === 'yes' } : {}) })
  const dotsOnOne = Math.min(settings.dotsOnOne, settings.dots)
  return {
    title,
    instructions,
    minutes,
    artefactId,
    place: place === '' ? null : place,
    may,
    settings: { ...settings, dotsOnOne },
  }
}

export const newStepSchema = z
  .object({ intent: z.literal('add'), type: stepTypeSchema, ...fields })
  .transform(({ intent, type, ...form }) => ({ intent, type, plan: planFrom(form) }))

export const changedStepSchema = z
  .object({ intent: z.literal('change'), id: idSchema, ...fields })
  .transform(({ intent, id, ...form }) => ({ intent, id, plan: planFrom(form) }))
