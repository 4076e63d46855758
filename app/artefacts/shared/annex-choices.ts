import { z } from 'zod'

/** What may be attached to an agreement: the other artefacts of its project, each with its versions, newest first. */
export const annexChoicesSchema = z.array(
  z.object({
    artefact: z.string(),
    kind: z.string(),
    title: z.string(),
    versions: z.array(
      z.object({ number: z.number().int().positive(), name: z.string(), hash: z.string(), takenAt: z.iso.datetime() }),
    ),
  }),
)

export type AnnexChoices = z.infer<typeof annexChoicesSchema>

export type AnnexChoicesAnswer = { outcome: 'known'; choices: AnnexChoices } | { outcome: 'refused' | 'unreachable' }

/** From this page's own server. Never rejects. `refused`: versions are not for whoever asks. */
export async function askForAnnexChoices(artefactId: string): Promise<AnnexChoicesAnswer> {
  // Whoever has been signed out would be sent to sign in, by a page that is no JSON.
  const answer = await fetch(`/artefacts/${artefactId}/annex-choices`, { redirect: 'manual' }).catch(() => undefined)
  if (!answer || answer.status === 429 || answer.status >= 500) return { outcome: 'unreachable' }
  const read = annexChoicesSchema.safeParse(await answer.json().catch(() => undefined))
  return read.success ? { outcome: 'known', choices: read.data } : { outcome: 'refused' }
}
