import { z } from 'zod'
import { stanceSchema } from './model/stance'

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
  const name = `tahto.positions.${artefactId}.${asker}`
  return {
    read: () => withStorage((storage) => draftsSchema.parse(JSON.parse(storage.getItem(name) ?? '{}'))) ?? {},
    keep: (drafts) =>
      void withStorage((storage) =>
        Object.keys(drafts).length === 0 ? storage.removeItem(name) : storage.setItem(name, JSON.stringify(drafts)),
      ),
  }
}

function withStorage<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}
