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

/** By clause: what one window of a person's keeps leaves alone what another one does. */
export interface DraftKeeper {
  read(): Record<string, KeptDraft>
  keep(clause: string, draft: KeptDraft): void
  /** Lets go of what was kept of a clause, unless another window has written something else there since. */
  drop(clause: string, kept: KeptDraft): void
}

/**
 * Somebody's unconfirmed positions on this device: a closed page loses no words. All windows keep them in one place, and
 * each changes there what it has changed itself. A browser that keeps nothing has them in the page alone.
 */
export function keptDrafts(artefactId: string, asker: string): DraftKeeper {
  const kept = draftsOf(artefactId, asker)
  const read = () => draftsIn(kept.read())
  return {
    read,
    keep: (clause, draft) => kept.keep(JSON.stringify({ ...read(), [clause]: draft })),
    drop: (clause, own) => {
      const { [clause]: present, ...others } = read()
      if (present && !isSame(present, own)) return
      if (Object.keys(others).length === 0) kept.forget()
      else kept.keep(JSON.stringify(others))
    },
  }
}

const isSame = (one: KeptDraft, other: KeptDraft): boolean => one.stance === other.stance && one.words === other.words

function draftsIn(json: string | null): Record<string, KeptDraft> {
  try {
    return draftsSchema.catch({}).parse(JSON.parse(json ?? '{}'))
  } catch {
    return {}
  }
}
