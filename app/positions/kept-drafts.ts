import { z } from 'zod'
import { stanceSchema } from './model/stance'
import { draftsOf } from './unsent-drafts'

/** A position that one is writing, or that the server has not confirmed. */
export const keptDraftSchema = z.object({
  /** Null: not chosen yet. */
  stance: stanceSchema.nullable(),
  words: z.string(),
  /** What it was given on, once it has been sent. */
  sentOn: z.object({ wording: z.string(), wordingHash: z.string() }).nullable(),
})

export type KeptDraft = z.infer<typeof keptDraftSchema>

const draftsSchema = z.record(z.string(), keptDraftSchema)

export interface DraftKeeper {
  read(): Record<string, KeptDraft>
  keep(drafts: Record<string, KeptDraft>): void
}

/**
 * Somebody's unconfirmed positions, by clause, on this device: a closed page loses no words. A browser that keeps nothing
 * has them in the page alone.
 */
export function keptDrafts(artefactId: string, asker: string): DraftKeeper {
  const kept = draftsOf(artefactId, asker)
  return {
    read: () => draftsIn(kept.read()),
    keep: (drafts) => (Object.keys(drafts).length === 0 ? kept.forget() : kept.keep(JSON.stringify(drafts))),
  }
}

function draftsIn(json: string | null): Record<string, KeptDraft> {
  try {
    return draftsSchema.catch({}).parse(JSON.parse(json ?? '{}'))
  } catch {
    return {}
  }
}
