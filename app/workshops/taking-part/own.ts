import { z } from 'zod'

/** What is one's own in a running workshop: it is in no notice to everybody, and asked for instead. */
export const ownStandingSchema = z.object({
  handRaised: z.boolean(),
  /** Of the running step, where it is a breakout and one is in a group. */
  group: z.object({ id: z.string(), name: z.string(), frame: z.string().nullable() }).nullable(),
  /** Ids of what one wrote in the running step, on its board: where the step keeps who wrote what. */
  written: z.array(z.string()),
})

export type OwnStanding = z.infer<typeof ownStandingSchema>

/** From this page's own server; undefined where it does not answer, or not to this participant. Never rejects. */
export async function askForOwn(workshopId: string): Promise<OwnStanding | undefined> {
  const answer = await fetch(`/workshops/${workshopId}/own`, { redirect: 'manual' }).catch(() => undefined)
  if (!answer?.ok) return undefined
  return ownStandingSchema.safeParse(await answer.json().catch(() => undefined)).data
}
