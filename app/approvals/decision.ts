import { z } from 'zod'
import { lineField, listField, optionalLineField, textField } from '../accounts/fields'
import { idSchema, problem } from '../accounts/form-problem'
import { safeLink } from '../lib/safe-link'
import { longestBody, longestDecisionWords, longestSection } from './limits'
import { outcomes } from './model/outcome'

/** "2027-02-15", a day that there is. */
export const dayField = z
  .string(problem('missing'))
  .min(1, problem('missing'))
  .refine(isDay, problem('notADate'))

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A web address, or nothing. */
const linkField = z
  .string()
  .default('')
  .transform((value) => value.trim())
  .refine((value) => value === '' || webLink(value) !== undefined, problem('notALink'))
  .transform((value) => webLink(value) ?? '')

/** Mail addresses are links elsewhere, but no place where a decision can be read. */
const webLink = (value: string): string | undefined => (/^https?:/i.test(value.trim()) ? safeLink(value) : undefined)

/** What somebody posts of their organisation's decision. */
export const decisionSchema = z
  .object({
    circulation: idSchema,
    organisation: idSchema,
    /** Of the version that was decided on: posted by the page that showed it. */
    versionHash: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
    body: lineField(longestBody),
    decidedOn: dayField,
    /** That the day is right although the version was made later: asked where it is so. */
    beforeVersion: z.literal('1').optional().transform((value) => value !== undefined),
    section: optionalLineField(longestSection),
    outcome: z.enum(outcomes, problem('notAnOption')),
    /** Ids of the clauses that a reservation is about. */
    reservations: listField(z.string().max(64), 1_000),
    words: textField(longestDecisionWords),
    link: linkField,
    /** Number of the record that it takes the place of; empty for a first one. */
    supersedes: z.string().regex(/^([1-9]\d{0,8})?$/, 'invalid').default('').transform((value) => (value === '' ? null : Number(value))),
  })
  .refine(({ outcome, reservations }) => outcome !== 'approved-with-reservation' || reservations.length > 0, {
    path: ['reservations'],
    message: 'noneChosen',
  })
  // Whoever does not simply approve says what has to be otherwise.
  .refine(({ outcome, words }) => outcome === 'approved' || words !== '', { path: ['words'], message: 'missing' })

export type PostedDecision = z.infer<typeof decisionSchema>
