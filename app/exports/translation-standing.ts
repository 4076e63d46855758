import { z } from 'zod'
import { languageSchema } from '../i18n/languages'

/** How much of a document there is in its other language. */
export const translationStandingSchema = z.object({
  language: languageSchema,
  /** All parts that there are to translate. */
  parts: z.number(),
  translated: z.number(),
  /** Of those that are translated: whose own text has changed since. */
  older: z.number(),
})

export type TranslationStanding = z.infer<typeof translationStandingSchema>

/** Null for what has no other language. */
export const translationAnswerSchema = z.object({ translation: translationStandingSchema.nullable() })

export type TranslationAnswer = z.infer<typeof translationAnswerSchema>

/**
 * `address`: of what is exported, `/artefacts/ID` or `/artefacts/ID/versions/3`. Undefined where there is no other
 * language, and where it could not be asked: the document itself says it too. Never rejects.
 */
export async function askForTranslation(address: string): Promise<TranslationStanding | undefined> {
  // Whoever has been signed out would be sent to sign in.
  const answer = await fetch(`${address}/translation`, { redirect: 'manual' }).catch(() => undefined)
  const read = translationAnswerSchema.safeParse(await answer?.json().catch(() => undefined))
  return read.data?.translation ?? undefined
}
