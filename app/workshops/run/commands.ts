import { z } from 'zod'
import { lineField } from '../../accounts/fields'
import { idSchema } from '../../accounts/form-problem'
import { closedForWhom } from '../../artefacts/closed-places'
import type { LiveState } from '../model/live-state'
import { mixings, mostGroups } from '../model/steps'

/** Of the live state on which a command was decided. */
const turn = z.coerce.number().int().min(0)
const step = idSchema
/** Leaving a step whose notes are hidden still: `ask` goes nowhere and answers `hidden`. */
const unrevealed = z.enum(['ask', 'leave']).default('leave')
const participant = z.string().regex(/^(seat|user):[0-9a-z]{16}$/, 'notAnOption')
/** Within an artefact, as its kind names them; empty: all of it. */
const place = z
  .string()
  .max(200)
  .default('')
  .transform((id) => (id === '' ? null : id))
const item = z.string().min(1).max(200)

/** What changes what everybody is told: done once for a turn, however many press at once. */
export const turnCommandSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['start', 'pause', 'resume', 'end', 'reopen']), turn }),
  z.object({ intent: z.enum(['next', 'back']), turn, unrevealed }),
  z.object({ intent: z.literal('go'), turn, step, unrevealed }),
  z.object({ intent: z.literal('add-time'), turn, minutes: z.enum(['1', '5', '-1']).transform(Number) }),
  z.object({ intent: z.literal('reveal'), turn, step }),
  z.object({
    intent: z.enum(['show-results', 'hide-results', 'close-votes', 'open-votes']),
    turn,
    step,
  }),
  z.object({ intent: z.enum(['reactions-on', 'reactions-off', 'end-call']), turn }),
  z.object({ intent: z.literal('call'), turn, artefact: idSchema, place }),
  z.object({
    intent: z.literal('make-groups'),
    turn,
    step,
    groups: z.coerce.number().int().min(2).max(mostGroups),
    mixing: z.enum(mixings),
  }),
  z.object({ intent: z.literal('move-person'), turn, step, participant, group: idSchema.or(z.literal('')) }),
  z.object({ intent: z.literal('rename-group'), turn, group: idSchema, name: lineField(60) }),
])

/** What names exactly what it is done to: done twice, it is done. */
export const plainCommandSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('lower-hand'), participant }),
  z.object({ intent: z.enum(['lower-hands', 'open-door', 'close-door']) }),
  z.object({ intent: z.literal('remove-seat'), seat: idSchema }),
  z.object({ intent: z.enum(['hide-note', 'remove-note']), artefact: idSchema, item }),
  z.object({ intent: z.literal('put-back-note'), artefact: idSchema, hidden: idSchema }),
  z.object({ intent: z.literal('close-place'), artefact: idSchema, place, forWhom: z.enum(closedForWhom) }),
  z.object({ intent: z.literal('open-place'), artefact: idSchema, place }),
])

export const commandSchema = z.union([turnCommandSchema, plainCommandSchema])

export type TurnCommand = z.infer<typeof turnCommandSchema>
export type PlainCommand = z.infer<typeof plainCommandSchema>

/**
 * What a command answers, with how the workshop stands after it.
 * - `stale`: it was given on an earlier turn than the one that stands; nothing was done
 * - `nothing`: it means nothing where the workshop stands, or what it names is gone
 * - `closed`, `no-board`: what was written in private could not be shown: its board is locked, or there is none
 * - `hidden`: what was written in private in the step has not been shown yet, and nothing was done
 */
export interface CommandAnswer {
  outcome: 'done' | 'stale' | 'nothing' | 'closed' | 'no-board' | 'hidden'
  /** `hidden`: how many notes it is about; after a reveal: how many came to the board. */
  notes?: number | undefined
  state: LiveState
}
