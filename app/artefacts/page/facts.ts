import { z } from 'zod'
import { approvalAtAGlanceSchema } from '../../approvals/model/at-a-glance'
import { closedPlaceSchema } from '../closed-places'
import { allowanceSchema } from '../edit-rule'

/** What an artefact's page shows beside the content, and asks for again while it is open. */
export const artefactFactsSchema = z.object({
  title: z.string(),
  locked: z.boolean(),
  /** Those who do not lead suggest changes. Null where nothing can be suggested. */
  suggestOnly: z.boolean().nullable(),
  /** What whoever asks may do. */
  may: z.object({
    edit: z.boolean(),
    comment: z.boolean(),
    seeVersions: z.boolean(),
    export: z.boolean(),
    rename: z.boolean(),
    lock: z.boolean(),
    bin: z.boolean(),
  }),
  /** How many wait; `seesAll`: of everybody's, else of one's own. */
  proposals: z.object({ open: z.number(), seesAll: z.boolean() }),
  /** Which version is with the parties, or final; null for neither, and for guests. */
  approval: approvalAtAGlanceSchema.nullable(),
  /** Parties have been asked to decide, or have decided: it stays where it is. */
  boundByDecisions: z.boolean(),
  /** What binds whoever asks finer than their right to edit: the step that runs here, closed places. */
  allowed: z.object({ may: z.array(allowanceSchema), place: z.string().nullable(), closed: z.array(z.string()) }).nullable(),
  /** Ids of what they made here themselves, as far as steps kept it and a rule asks. */
  own: z.array(z.string()),
  /** Places that a facilitator has closed, as far as they are closed to whoever asks; to a facilitator, all of them. */
  closedPlaces: z.array(closedPlaceSchema),
  /** The workshop that runs on it, for those who are in it. */
  workshopId: z.string().nullable(),
})

export type ArtefactFacts = z.infer<typeof artefactFactsSchema>

export type FactsAnswer =
  | { outcome: 'known'; facts: ArtefactFacts }
  /** Whoever asks may not know any more, or has been signed out. */
  | { outcome: 'refused' }
  | { outcome: 'unreachable' }

/** From this page's own server. Never rejects. */
export async function askForFacts(artefactId: string): Promise<FactsAnswer> {
  // Whoever has been signed out would be sent to sign in, by a page that has no facts.
  const answer = await fetch(`/artefacts/${artefactId}/facts`, { redirect: 'manual' }).catch(() => undefined)
  if (!answer || answer.status === 429 || answer.status >= 500) return { outcome: 'unreachable' }
  const read = artefactFactsSchema.safeParse(await answer.json().catch(() => undefined))
  return read.success ? { outcome: 'known', facts: read.data } : { outcome: 'refused' }
}
